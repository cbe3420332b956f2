using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

internal sealed class MestringDb(DbContextOptions<MestringDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MestringDb).Assembly);
}
