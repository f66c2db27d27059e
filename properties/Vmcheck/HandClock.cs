// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Properties;

/// <summary>A clock that a test moves by hand, with one timer.</summary>
sealed class HandClock : TimeProvider, IDisposable
{
    HandTimer? timer;
    long now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now;

    public override ITimer CreateTimer(
        TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        timer = new HandTimer(() => callback(state), dueTime, period);

    public void Dispose() => timer?.Dispose();

    /// <summary>Goes on, and calls the timer whenever it is due.</summary>
    public void Advance(TimeSpan time)
    {
        long end = now + time.Ticks;
        while (timer is { IsOver: false } one && one.Due <= end)
        {
            now = one.Due;
            one.Ring();
        }

        now = end;
    }

    sealed class HandTimer(Action callback, TimeSpan due, TimeSpan period) : ITimer
    {
        public long Due { get; private set; } = due.Ticks;

        public bool IsOver { get; private set; }

        public void Ring()
        {
            Due += period.Ticks;
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => IsOver = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
