using Mestring.Core.Measures;

namespace Mestring.Web.Demonstration;

/// <summary>How a made-up person is doing, moving from one measurement to the next.</summary>
internal sealed class Ability
{
    private readonly Scene _scene;
    private readonly double[] _performance;
    private readonly double[] _satisfaction;
    private readonly double[] _sppb;
    private readonly double _drift;

    public Ability(Scene scene, int goals, double drift, bool newUser)
    {
        (_scene, _drift) = (scene, drift);
        var level = scene.Normal(3.9, 1.2);
        _performance = [.. Enumerable.Range(0, goals).Select(_ => scene.Normal(level, 0.9))];
        _satisfaction = [.. _performance.Select(p => scene.Normal(p - 0.3, 0.9))];
        var body = scene.Normal(2.1, 0.8);
        _sppb = [.. Enumerable.Range(0, 3).Select(_ => scene.Normal(body, 0.6))];
        Hours = newUser ? 0 : Math.Clamp(scene.Normal(6.5, 3.5), 0.5, 28);
    }

    /// <summary>Granted hours a week.</summary>
    public double Hours { get; private set; }

    /// <summary>To the next measurement: the gain comes in the first ten weeks, and some of it fades.</summary>
    public void Move(MeasurementPoint to)
    {
        var (gain, body, hours) = to switch
        {
            MeasurementPoint.Weeks10 => (2.6 + _drift, 0.42, _scene.Normal(-1.7, 2.2)),
            MeasurementPoint.Months6 => (-0.25, -0.06, _scene.Normal(0.2, 0.9)),
            MeasurementPoint.Months12 => (-0.3, -0.12, _scene.Normal(0.4, 1.1)),
            _ => (0, 0, 0),
        };
        if (to is MeasurementPoint.Start)
        {
            return;
        }

        var own = _scene.Normal(gain, 1.5);
        for (var i = 0; i < _performance.Length; i++)
        {
            _performance[i] += _scene.Normal(own, 0.7);
            _satisfaction[i] += _scene.Normal(own + 0.1, 0.8);
        }

        for (var i = 0; i < _sppb.Length; i++)
        {
            _sppb[i] += _scene.Normal(body, 0.4);
        }

        Hours = _scene.Happens(0.25) ? Hours : Math.Max(0, Hours + hours);
    }

    public int Performance(int goal) => Math.Clamp((int)Math.Round(_performance[goal]), 1, 10);

    public int Satisfaction(int goal) => Math.Clamp((int)Math.Round(_satisfaction[goal]), 1, 10);

    public (int Balance, int Gait, int Chair) Sppb() => (Part(0), Part(1), Part(2));

    private int Part(int part) => Math.Clamp((int)Math.Round(_sppb[part]), 0, 4);
}
