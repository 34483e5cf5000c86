using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FasterMoney.Web.Data.Migrations.Postgres
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProtectedRequest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LinkMade = table.Column<bool>(type: "boolean", nullable: false)
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
