using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<MestringDb>(db => _ = builder.Configuration["Database:Provider"] switch
{
    "PostgreSQL" => db.UseNpgsql(builder.Configuration.GetConnectionString("Mestring")),
    _ => db.UseSqlite(builder.Configuration.GetConnectionString("Mestring") ?? "Data Source=mestring.db"),
});
builder.Services.AddScoped<Tenant>();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddRazorComponents();
builder.Services.AddAntiforgery();

var app = builder.Build();
app.UseAntiforgery();

await app.RunAsync();
