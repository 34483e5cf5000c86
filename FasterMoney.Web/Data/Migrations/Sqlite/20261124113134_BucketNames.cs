using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FasterMoney.Web.Data.Migrations.Sqlite
{
    /// <summary>Takes the buckets of the list over under their name of today.</summary>
    public partial class BucketNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameTable(
                name: "StandingTotals",
                newName: "BucketTotals");

            migrationBuilder.RenameColumn(
                name: "Standing",
                table: "BucketTotals",
                newName: "Bucket");

            migrationBuilder.RenameColumn(
                name: "Standing",
                table: "ListKeys",
                newName: "Bucket");

            migrationBuilder.RenameIndex(
                name: "IX_ListKeys_SiteId_LinkThrough_InvoiceId_Standing_DueDate",
                table: "ListKeys",
                newName: "IX_ListKeys_SiteId_LinkThrough_InvoiceId_Bucket_DueDate");

            migrationBuilder.RenameIndex(
                name: "IX_ListKeys_SiteId_LastOpened_InvoiceId_Standing_DueDate",
                table: "ListKeys",
                newName: "IX_ListKeys_SiteId_LastOpened_InvoiceId_Bucket_DueDate");

            migrationBuilder.RenameColumn(
                name: "Standing",
                table: "Invoices",
                newName: "Bucket");

            migrationBuilder.RenameIndex(
                name: "IX_Invoices_SiteId_TotalMinor_Id_Standing_DueDate",
                table: "Invoices",
                newName: "IX_Invoices_SiteId_TotalMinor_Id_Bucket_DueDate");

            migrationBuilder.RenameIndex(
                name: "IX_Invoices_SiteId_Standing_DueDate_Id",
                table: "Invoices",
                newName: "IX_Invoices_SiteId_Bucket_DueDate_Id");

            migrationBuilder.RenameIndex(
                name: "IX_Invoices_SiteId_NumberSequence_Id_Standing_DueDate",
                table: "Invoices",
                newName: "IX_Invoices_SiteId_NumberSequence_Id_Bucket_DueDate");

            migrationBuilder.RenameIndex(
                name: "IX_Invoices_SiteId_IssueDate_Id_Standing_DueDate",
                table: "Invoices",
                newName: "IX_Invoices_SiteId_IssueDate_Id_Bucket_DueDate");

            migrationBuilder.RenameIndex(
                name: "IX_Invoices_SiteId_DueDate_Id_Standing",
                table: "Invoices",
                newName: "IX_Invoices_SiteId_DueDate_Id_Bucket");

            migrationBuilder.RenameIndex(
                name: "IX_Invoices_SiteId_BilledToSort_Id_Standing_DueDate",
                table: "Invoices",
                newName: "IX_Invoices_SiteId_BilledToSort_Id_Bucket_DueDate");

            migrationBuilder.RenameIndex(
                name: "IX_Invoices_SiteId_BalanceMinor_Id_Standing_DueDate",
                table: "Invoices",
                newName: "IX_Invoices_SiteId_BalanceMinor_Id_Bucket_DueDate");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameTable(
                name: "BucketTotals",
                newName: "StandingTotals");

            migrationBuilder.RenameColumn(
                name: "Bucket",
                table: "StandingTotals",
                newName: "Standing");

            migrationBuilder.RenameColumn(
                name: "Bucket",
                table: "ListKeys",
                newName: "Standing");

            migrationBuilder.RenameIndex(
                name: "IX_ListKeys_SiteId_LinkThrough_InvoiceId_Bucket_DueDate",
                table: "ListKeys",
                newName: "IX_ListKeys_SiteId_LinkThrough_InvoiceId_Standing_DueDate");

            migrationBuilder.RenameIndex(
                name: "IX_ListKeys_SiteId_LastOpened_InvoiceId_Bucket_DueDate",
                table: "ListKeys",
                newName: "IX_ListKeys_SiteId_LastOpened_InvoiceId_Standing_DueDate");

            migrationBuilder.RenameColumn(
                name: "Bucket",
                table: "Invoices",
                newName: "Standing");

            migrationBuilder.RenameIndex(
                name: "IX_Invoices_SiteId_TotalMinor_Id_Bucket_DueDate",
                table: "Invoices",
                newName: "IX_Invoices_SiteId_TotalMinor_Id_Standing_DueDate");

            migrationBuilder.RenameIndex(
                name: "IX_Invoices_SiteId_NumberSequence_Id_Bucket_DueDate",
                table: "Invoices",
                newName: "IX_Invoices_SiteId_NumberSequence_Id_Standing_DueDate");

            migrationBuilder.RenameIndex(
                name: "IX_Invoices_SiteId_IssueDate_Id_Bucket_DueDate",
                table: "Invoices",
                newName: "IX_Invoices_SiteId_IssueDate_Id_Standing_DueDate");

            migrationBuilder.RenameIndex(
                name: "IX_Invoices_SiteId_DueDate_Id_Bucket",
                table: "Invoices",
                newName: "IX_Invoices_SiteId_DueDate_Id_Standing");

            migrationBuilder.RenameIndex(
                name: "IX_Invoices_SiteId_Bucket_DueDate_Id",
                table: "Invoices",
                newName: "IX_Invoices_SiteId_Standing_DueDate_Id");

            migrationBuilder.RenameIndex(
                name: "IX_Invoices_SiteId_BilledToSort_Id_Bucket_DueDate",
                table: "Invoices",
                newName: "IX_Invoices_SiteId_BilledToSort_Id_Standing_DueDate");

            migrationBuilder.RenameIndex(
                name: "IX_Invoices_SiteId_BalanceMinor_Id_Bucket_DueDate",
                table: "Invoices",
                newName: "IX_Invoices_SiteId_BalanceMinor_Id_Standing_DueDate");
        }
    }
}
