using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FasterMoney.Web.Data.Migrations.Postgres
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
                    SiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    CheckedRoute = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    DismissedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FirstSteps", x => x.SiteId);
                });

            migrationBuilder.CreateTable(
                name: "GuideMisses",
                columns: table => new
                {
                    SiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    LastAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuideMisses", x => new { x.SiteId, x.Words });
                });

            migrationBuilder.CreateTable(
                name: "GuideVotes",
                columns: table => new
                {
                    SiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Guide = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Version = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    IsHelpful = table.Column<bool>(type: "boolean", nullable: false),
                    Fault = table.Column<int>(type: "integer", nullable: true),
                    Sentence = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
