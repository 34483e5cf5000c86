using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Controls;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using System.Text.RegularExpressions;

namespace FasterMoney.Tests.Components;

/// <summary>What a screen says when its act was not done.</summary>
public sealed partial class RefusalsTests
{
    [Theory]
    [InlineData(5, "The database is busy right now. Nothing was saved, and what you typed is still here: try again in a moment.")]
    [InlineData(13, "The disk of the database is full. Nothing was saved, and what you typed is still here: try again once there is room.")]
    [InlineData(14, "The database cannot be reached right now. Nothing was saved, and what you typed is still here: try again in a moment.")]
    public async Task A_database_at_fault_is_said_whenever_it_shows(int code, string sentence)
    {
        Task Fail() => throw new DbUpdateException("Not saved", new SqliteException("At fault", code));

        (await Refusals.OfAsync(Fail)).Should().Be(sentence);
        (await Refusals.OfAsync(() => throw new ChangedByOthers(), changed: async () =>
        {
            await Fail();
            return null;
        })).Should().Be(sentence, "also while it is read what somebody else changed");
    }

    [Fact]
    public async Task A_fault_of_the_program_is_not_taken_for_a_refusal() =>
        await FluentActions.Awaiting(() => Refusals.OfAsync(() => throw new InvalidOperationException("A bug"))).Should().ThrowAsync<InvalidOperationException>();

    [Fact]
    public void Every_screen_that_acts_answers_when_the_database_does_not()
    {
        var acting = SourceFiles.Web.Where(file => file.IsIn("FasterMoney.Web/Admin") && CommandCall().IsMatch(file.Code)).ToList();
        acting.Should().HaveCountGreaterThan(15);
        acting.Where(file => !Answers(file)).Select(file => file.Path).Should().BeEmpty();

        // A screen's parts stand beside each other: X.razor, X.razor.cs, X.Saving.cs.
        bool Answers(SourceFile file) => Parts(file).Any(part => part.Code.Contains("Refusals.OfAsync", StringComparison.Ordinal) || part.Code.Contains("DatabaseFaults.", StringComparison.Ordinal))
            || ActsInAFrame().IsMatch(file.Code);
    }

    private static IEnumerable<SourceFile> Parts(SourceFile file)
    {
        var name = file.Path[..file.Path.IndexOf('.', file.Path.LastIndexOf('/'))];
        return SourceFiles.Web.Where(part => part.Path.StartsWith(name + ".", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"Async\(CurrentSite\.Caller")]
    private static partial Regex CommandCall();

    // The frame of entries and the question for a text do the act for their dialog.
    [GeneratedRegex("<EntryFrame|<SettingsForm")]
    private static partial Regex ActsInAFrame();
}
