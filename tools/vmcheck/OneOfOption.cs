// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;

namespace Verification.Vmcheck;

/// <summary>Options that take one of a few names, and say which ones when it is another.</summary>
static class OneOfOption
{
    /// <summary>Null, or whatever is the default of T, when it is left out.</summary>
    public static Option<T> Create<T>(
        string name, string otherwise, IReadOnlyList<T> known, Func<T, string> nameOf)
    {
        string names = string.Join(", ", known.Select(nameOf));
        Option<T> option = new(name)
        {
            Description = $"{names}; {otherwise} when left out.",
            HelpName = name[2..],
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                T? found = known.FirstOrDefault(one => nameOf(one) == text);
                if (found is null)
                {
                    result.AddError($"{name} {text}: not known; known are {names}");
                }

                return found;
            },
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add([.. known.Select(nameOf)]);
        return option;
    }
}
