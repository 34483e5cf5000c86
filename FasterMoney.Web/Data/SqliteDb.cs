using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Data;

public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : FasterMoneyDb(options);
