using System.Text.Json.Nodes;
using Mestring.Core.Statistics;

namespace Mestring.Web.Analysis;

/// <summary>What a method answers: one JSON object, built in the order it is shown. A number that is undefined is null, never NaN.</summary>
internal sealed class Answer
{
    public JsonObject Json { get; } = [];

    public Answer Text(string name, string? value)
    {
        Json[name] = value is null ? null : JsonValue.Create(value);
        return this;
    }

    public Answer Yes(string name, bool? value)
    {
        Json[name] = value is { } yes ? JsonValue.Create(yes) : null;
        return this;
    }

    public Answer Count(string name, long? value)
    {
        Json[name] = value is { } count ? JsonValue.Create(count) : null;
        return this;
    }

    public Answer Number(string name, double? value)
    {
        Json[name] = Node(value);
        return this;
    }

    public Answer Limits(string name, Interval? value)
    {
        Json[name] = value is { } limits ? new JsonArray(Node(limits.Low), Node(limits.High)) : null;
        return this;
    }

    public Answer Part(string name, Answer? part)
    {
        Json[name] = part?.Json;
        return this;
    }

    public Answer List(string name, IEnumerable<Answer> items)
    {
        Json[name] = new JsonArray([.. items.Select(i => i.Json)]);
        return this;
    }

    /// <summary>Why something in this object is null; leaves it out when there is no reason.</summary>
    public Answer Because(string? reason)
    {
        if (reason is not null)
        {
            Json["reason"] = JsonValue.Create(reason);
        }

        return this;
    }

    /// <summary>A result too large for a double is null with a reason, not Infinity; −0 is 0.</summary>
    private JsonValue? Node(double? value)
    {
        if (value is not { } number)
        {
            return null;
        }

        if (!double.IsFinite(number))
        {
            Json["reason"] = JsonValue.Create("overflow");
            return null;
        }

        return JsonValue.Create(number == 0 ? 0 : number);
    }
}
