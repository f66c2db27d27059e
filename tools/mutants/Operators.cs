// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Mutants;

/// <summary>Which operator, or which method of the library, stands for which other.</summary>
static class Operators
{
    /// <summary>None for an operator that is left alone.</summary>
    public static IEnumerable<string> Instead(string sign) => sign switch
    {
        "<" => ["<=", ">="],
        "<=" => ["<", ">"],
        ">" => [">=", "<="],
        ">=" => [">", "<"],
        "==" => ["!="],
        "!=" => ["=="],
        "&&" => ["||"],
        "||" => ["&&"],
        "+" => ["-"],
        "-" => ["+"],
        "*" => ["/"],
        "/" or "%" => ["*"],
        "<<" => [">>"],
        ">>" => ["<<"],
        "&" => ["|"],
        "|" or "^" => ["&"],
        _ => [],
    };

    /// <summary>Null when the method is left alone.</summary>
    public static string? Other(string method) => method switch
    {
        "Min" => "Max",
        "Max" => "Min",
        "Any" => "All",
        "All" => "Any",
        _ => null,
    };
}
