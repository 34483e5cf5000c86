namespace FasterMoney.Tests.Rules;

/// <summary>A room imports rooms on lower floors only: not upwards, not sideways.</summary>
public sealed class RoomRules
{
    public static TheoryData<Floors> Projects => new() { Floors.Domain, Floors.Web };

    [Theory, MemberData(nameof(Projects))]
    public void Rooms_import_downward_only(Floors floors)
    {
        floors.Upward.Should().BeEmpty("{0} stands on floors", floors);
        floors.Imports.Should().HaveCountGreaterThan(15, "otherwise nothing was looked at");
    }

    [Theory, MemberData(nameof(Projects))]
    public void Every_room_has_a_floor_and_every_file_its_room(Floors floors)
    {
        floors.Folders.Should().BeSubsetOf(floors.Rooms, "{0} has one table", floors).And.HaveCountGreaterThan(8);
        floors.FilesUnderAnotherName.Should().BeEmpty();
        floors.TypesWithoutRoom.Should().BeEmpty();
    }

    [Theory]
    [InlineData("using FasterMoney.Web.Admin.Lists;", "Admin")]
    [InlineData("global using FasterMoney.Web.Admin;", "Admin")]
    [InlineData("using static FasterMoney.Web.Mail.MailSetup;", "Mail")]
    [InlineData("using Desk = FasterMoney.Web.Commands.InvoiceCommands;", "Commands")]
    [InlineData("@using FasterMoney.Web.Assistant.Tools", "Assistant")]
    [InlineData("var chat = new FasterMoney.Web.Assistant.Conversation();", "Assistant")]
    [InlineData("var chat = new global::FasterMoney.Web.Assistant.Conversation();", "Assistant")]
    [InlineData("Assistant.Conversation chat;", "Assistant")]
    [InlineData("Web.Assistant.Conversation chat;", "Assistant")]
    [InlineData("nameof(Assistant.Tools.ToolBox)", "Assistant")]
    [InlineData("<Using Include=\"FasterMoney.Web.Portal\" />", "Portal")]
    public void An_import_is_seen_however_it_is_written(string code, string room) => Floors.Web.RoomsNamedIn(code).Should().Equal(room);

    [Theory]
    [InlineData("db.Customers.Where(customer => customer.Name == name)")]
    [InlineData("session.Access.Role")]
    public void A_member_that_is_called_like_a_room_is_no_import(string code) => Floors.Web.RoomsNamedIn(code).Should().BeEmpty();

    [Fact]
    public void An_import_is_seen_that_no_line_names() => Floors.Web.Imports
        .Should().Contain(import => import.From == "Portal" && import.To == "Reads").And.Contain(import => import.From == "Admin" && import.To == "Access");

    [Fact]
    public void The_picture_shows_the_floors() => FloorsPicture.IsUpToDate().Should().BeTrue(
        "docs/floors.svg is drawn from the table: run the tests with {0}=1 to draw it anew", FloorsPicture.Draw);
}
