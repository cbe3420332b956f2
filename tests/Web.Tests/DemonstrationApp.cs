using Mestring.Core;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Imports;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mestring.Web.Tests;

/// <summary>The application with its demonstration in place, shared by the tests of a class; they only read.</summary>
public sealed class DemonstrationApp : IAsyncLifetime
{
    private readonly Dictionary<Role, Browser> _people = [];

    internal App App { get; } = new(demonstration: true);

    internal string CasesNetwork { get; private set; } = "";

    internal string FiguresNetwork { get; private set; } = "";

    private Dictionary<string, string> Ids { get; } = new(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<MestringDb>();
        await Server.Seed(services, CancellationToken.None);
        services.GetRequiredService<Tenant>().Municipality = MunicipalityCode.FromNumber(9901);
        var running = await db.Networks.AsNoTracking().Where(n => n.Demonstration && n.State == Core.Networks.NetworkState.Running).ToListAsync();
        CasesNetwork = running.Single(n => n.Programme == "hverdagsrehabilitering").Slug;
        FiguresNetwork = running.Single(n => n.Programme == "utviklingshemming").Slug;
        Ids["case"] = $"{await db.Cases.OrderBy(c => c.StartedOn).Select(c => c.Id).FirstAsync()}";
        var course = Guid.Parse(Ids["case"]);
        Ids["grant"] = await db.Grants.Where(g => g.CaseId == course).Select(g => g.Key).FirstOrDefaultAsync() ?? "new";
        var change = new AuditEntry
        {
            Id = Guid.CreateVersion7(App.Start),
            At = App.Start,
            PersonName = "Test",
            Action = "change-case",
            Municipality = MunicipalityCode.FromNumber(9901),
            Network = CasesNetwork,
            Subject = Audit.Subject(course),
            Before = """{"birth-year":"1940","sex":"Man","weeks10.sppb.walk1":"5.2"}""",
            After = """{"birth-year":"1941","sex":"Woman","weeks10.sppb.walk1":"!declined"}""",
        };
        db.Audit.Add(change);
        Ids["entry"] = $"{change.Id}";
        (await db.Enrolments.SingleAsync(e => e.Network == CasesNetwork)).Instruments = "gas tug barthel health wellbeing";
        var receipt = new DeletionReceipt { Municipality = MunicipalityCode.FromNumber(9901), Id = Guid.CreateVersion7(App.Start), Network = CasesNetwork, At = App.Start, PersonName = "Test", Courses = 1 };
        db.DeletionReceipts.Add(receipt);
        Ids["receipt"] = $"{receipt.Id}";
        Ids["goal"] = $"{await db.PlanGoals.OrderBy(g => g.Position).Where(g => g.Network == CasesNetwork).Select(g => g.Id).FirstAsync()}";
        Ids["action"] = $"{await db.PlanActions.OrderBy(a => a.Title).Where(a => db.PlanGoals.Any(g => g.Id == a.GoalId && g.Network == CasesNetwork)).Select(a => a.Id).FirstAsync()}";
        Ids["reference"] = await db.Enrolments.Where(e => e.Network == CasesNetwork).Select(e => e.Reference).FirstAsync();
        await db.SaveChangesAsync();
        Ids["import"] = $"{await Import(db)}";
        foreach (var role in new[] { Role.Leader, Role.Coordinator })
        {
            var person = await db.PersonRoles.Where(r => r.Role == role && (role == Role.Leader || r.Municipality == MunicipalityCode.FromNumber(9901))).Select(r => r.PersonId).FirstAsync();
            var token = Sessions.NewToken();
            var now = App.Clock.GetUtcNow();
            db.Sessions.Add(new Session { TokenHash = Sessions.Hash(token), PersonId = person, CreatedAt = now, ExpiresAt = now.AddDays(1) });
            _people[role] = App.Open();
            _people[role].Cookie($"{Sessions.CookieName}={token}");
        }

        await db.SaveChangesAsync();
        _people[Role.Operator] = await App.As(Role.Operator);
        Ids["operator"] = $"{await db.PersonRoles.Where(r => r.Role == Role.Operator).Select(r => r.PersonId).SingleAsync()}";
        Ids["colleague"] = $"{await db.PersonRoles.Where(r => r.Role == Role.Professional && r.Municipality == MunicipalityCode.FromNumber(9901)).OrderBy(r => r.PersonId).Select(r => r.PersonId).FirstAsync()}";
    }

    /// <summary>A file with something wrong in it, checked and not yet approved.</summary>
    private async Task<Guid> Import(MestringDb db)
    {
        var import = new ImportRow { Municipality = MunicipalityCode.FromNumber(9901), Id = Guid.CreateVersion7(App.Start), Network = CasesNetwork, FileName = "uttrekk.csv", CreatedAt = App.Start, CreatedBy = "Test" };
        var file = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart;TUG start\nE-1;1944;Dame;alene;nei;12.13.2026;12\nE-2;1944;Mann;alene;nei;01.12.2026;900\nE-3;1990;Mann;alene;nei;01.12.2026;9\n"u8.ToArray();
        await UploadedFile.Keep(db, import, new MemoryStream(file), "", CancellationToken.None);
        using var job = new ImportJob();
        var mapping = MappingFile.For(null, MapColumns.Names(import), new Meanings([], []), Mapping.Read(import.Mapping)).Json();
        await db.Imports.Where(i => i.Id == import.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Mapping, mapping));
        await ImportWork.Check(db, import.Id, new Actor(null, "Test", App.Start), new Texts(Language.Nb), job);
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        return import.Id;
    }

    public Task DisposeAsync()
    {
        App.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Every page a person may open, with a path that leads to something, and somebody who may.</summary>
    internal IEnumerable<(string Path, Browser Who)> Pages() =>
        from endpoint in App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET", StringComparer.Ordinal) ?? false
        let path = Path(endpoint.RoutePattern)
        where path is not null
        orderby path
        select (path, Who(endpoint.Metadata.GetMetadata<Rule>()!));

    /// <summary>Every endpoint that answers a method, once with each value of its route replaced, or as it is where <paramref name="value"/> is null.</summary>
    internal IEnumerable<(string Path, Rule Rule)> With(string method, string? value) =>
        from endpoint in App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method, StringComparer.Ordinal) ?? false
        from replaced in value is null ? Enumerable.Repeat<string?>(null, 1) : endpoint.RoutePattern.Parameters.Select(p => p.Name)
        orderby endpoint.RoutePattern.RawText
        select (Path(endpoint.RoutePattern, replaced, value ?? ""), endpoint.Metadata.GetMetadata<Rule>()!);

    internal Browser Who(Rule rule) => rule.Scope switch
    {
        Scope.Network or Scope.AnyNetwork => _people[Role.Leader],
        Scope.Everyone => App.Open(),
        Scope.Installation => _people[Role.Operator],
        _ => _people[Role.Coordinator],
    };

    /// <summary>The pattern filled in; null for what is no page or has a test of its own (a link from a mail).</summary>
    private string? Path(RoutePattern pattern)
    {
        var raw = pattern.RawText!;
        if (raw.StartsWith("/link/", StringComparison.Ordinal) || raw.StartsWith("/confirm/", StringComparison.Ordinal) || raw.StartsWith("/language/", StringComparison.Ordinal) || raw.EndsWith("/file", StringComparison.Ordinal) || raw.StartsWith("/calendar/", StringComparison.Ordinal))
        {
            return null;
        }

        return Path(pattern, null, "");
    }

    private string Path(RoutePattern pattern, string? replaced, string by)
    {
        var raw = pattern.RawText!;
        var figures = raw.Contains("/deliveries", StringComparison.Ordinal);
        return "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => parameter.Name == replaced ? by : Value(raw, parameter.Name, figures),
            _ => string.Empty,
        }))));
    }

    private string Value(string raw, string parameter, bool figures) => parameter switch
    {
        "municipality" => "9901",
        "slug" => figures ? FiguresNetwork : CasesNetwork,
        "point" => "weeks10",
        "number" => "1",
        "to" => "Ended",
        "key" => "purpose",
        "year" => $"{App.Start.Year - 1}",
        "draft" => "0197f0aa-0000-7000-8000-000000000001",
        "screen" => "1",
        "reference" => Ids["reference"],
        "goal" => Ids["goal"],
        "action" or "measure" => Ids["action"],
        "person" => Ids[raw.StartsWith("/operator", StringComparison.Ordinal) ? "operator" : "colleague"],
        "grant" or "entry" or "receipt" => Ids[parameter],
        "id" when raw.Contains("/cases/", StringComparison.Ordinal) => Ids["case"],
        "id" when raw.Contains("/import/", StringComparison.Ordinal) => Ids["import"],
        "id" when raw.Contains("/measures/", StringComparison.Ordinal) => Ids["action"],
        "id" => Ids["goal"],
        "token" or "path" or "tag" or "owner" or "query" => "0197f0aa-0000-7000-8000-000000000002",
        _ => throw new InvalidOperationException($"Say what {{{parameter}}} of {raw} is in DemonstrationApp."),
    };
}
