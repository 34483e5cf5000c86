using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FasterMoney.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CountryTaxAndPeriod : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Country",
                table: "Sites",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NumberFormat",
                table: "Sites",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Paper",
                table: "Sites",
                type: "TEXT",
                nullable: false,
                defaultValue: "ByLanguage");

            migrationBuilder.AddColumn<string>(
                name: "TaxName",
                table: "Sites",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TaxNumber",
                table: "Sites",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TaxRates",
                table: "Sites",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "BilledToTaxNumber",
                table: "Invoices",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ServicePeriod",
                table: "Invoices",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TaxNumber",
                table: "Customers",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Country",
                table: "Sites");

            migrationBuilder.DropColumn(
                name: "NumberFormat",
                table: "Sites");

            migrationBuilder.DropColumn(
                name: "Paper",
                table: "Sites");

            migrationBuilder.DropColumn(
                name: "TaxName",
                table: "Sites");

            migrationBuilder.DropColumn(
                name: "TaxNumber",
                table: "Sites");

            migrationBuilder.DropColumn(
                name: "TaxRates",
                table: "Sites");

            migrationBuilder.DropColumn(
                name: "BilledToTaxNumber",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "ServicePeriod",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "TaxNumber",
                table: "Customers");
        }
    }
}
