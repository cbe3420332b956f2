using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mestring.Web.Tests;

/// <summary>Somebody else who writes in the moment between a request's reading and its writing.</summary>
internal sealed class Rival : SaveChangesInterceptor
{
    /// <summary>What the other one does before the next save; done once.</summary>
    public Func<DbContext, Task>? Before { get; set; }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Before is { } act && eventData.Context is { } context)
        {
            Before = null;
            await act(context);
        }

        return result;
    }
}
