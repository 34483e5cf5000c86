using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FasterMoney.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HelpAndFirstSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FirstSteps",
                columns: table => new
                {
                    SiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CheckedRoute = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    DismissedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FirstSteps", x => x.SiteId);
                });

            migrationBuilder.CreateTable(
                name: "GuideMisses",
                columns: table => new
                {
                    SiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuideMisses", x => new { x.SiteId, x.Words });
                });

            migrationBuilder.CreateTable(
                name: "GuideVotes",
                columns: table => new
                {
                    SiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Guide = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    IsHelpful = table.Column<bool>(type: "INTEGER", nullable: false),
                    Fault = table.Column<int>(type: "INTEGER", nullable: true),
                    Sentence = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuideVotes", x => new { x.SiteId, x.UserId, x.Guide, x.Version });
                });

            migrationBuilder.CreateIndex(
                name: "IX_GuideMisses_SiteId_LastAt",
                table: "GuideMisses",
                columns: new[] { "SiteId", "LastAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FirstSteps");

            migrationBuilder.DropTable(
                name: "GuideMisses");

            migrationBuilder.DropTable(
                name: "GuideVotes");
        }
    }
}
