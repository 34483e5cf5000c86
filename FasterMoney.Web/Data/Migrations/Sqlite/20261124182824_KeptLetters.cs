using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FasterMoney.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeptLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AskedLetters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProtectedRequest = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LinkMade = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AskedLetters", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AskedLetters_NextTryAt",
                table: "AskedLetters",
                column: "NextTryAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AskedLetters");
        }
    }
}
