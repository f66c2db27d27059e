// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.CompilerServices;
using System.Text;

namespace VerifyTests;

/// <summary>A comparison that starts when it is awaited; settings are changed before.</summary>
public class SettingsTask
{
    readonly VerifySettings settings;
    readonly Func<VerifySettings, Task<VerifyResult>> compare;
    Task<VerifyResult>? started;

    /// <summary>A comparison with a copy of the settings.</summary>
    public SettingsTask(
        VerifySettings? settings, Func<VerifySettings, Task<VerifyResult>> buildTask)
    {
        this.settings = new(settings);
        compare = buildTask;
    }

    /// <inheritdoc cref="VerifySettings.UseDirectory"/>
    public SettingsTask UseDirectory(string directory) => With(s => s.UseDirectory(directory));

    /// <inheritdoc cref="VerifySettings.UseFileName"/>
    public SettingsTask UseFileName(string fileName) => With(s => s.UseFileName(fileName));

    /// <inheritdoc cref="VerifySettings.UseTypeName"/>
    public SettingsTask UseTypeName(string name) => With(s => s.UseTypeName(name));

    /// <inheritdoc cref="VerifySettings.UseMethodName"/>
    public SettingsTask UseMethodName(string name) => With(s => s.UseMethodName(name));

    /// <inheritdoc cref="VerifySettings.UseParameters"/>
    public SettingsTask UseParameters(params object?[] parameters) =>
        With(s => s.UseParameters(parameters));

    /// <inheritdoc cref="VerifySettings.AddScrubber"/>
    public SettingsTask AddScrubber(Action<StringBuilder> scrubber) =>
        With(s => s.AddScrubber(scrubber));

    /// <inheritdoc cref="VerifySettings.AutoVerify"/>
    public SettingsTask AutoVerify() => With(static s => s.AutoVerify());

    /// <summary>Starts the comparison, at most once.</summary>
    public Task<VerifyResult> ToTask() => started ??= compare(settings);

    /// <summary>Starts the comparison, at most once.</summary>
    public TaskAwaiter<VerifyResult> GetAwaiter() => ToTask().GetAwaiter();

    /// <summary>Starts the comparison, at most once: a test method may return it as its
    /// task.</summary>
    public static implicit operator Task<VerifyResult>(SettingsTask settingsTask) =>
        settingsTask.ToTask();

    SettingsTask With(Action<VerifySettings> change)
    {
        if (started is not null)
        {
            throw new InvalidOperationException(
                "The comparison has started and can no longer be changed.");
        }

        change(settings);
        return this;
    }
}
