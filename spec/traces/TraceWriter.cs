// SPDX-License-Identifier: GPL-2.0-only
using System.Globalization;
using System.Text;

namespace Verification.Spec;

/// <summary>
/// Prints traces in the one canonical way: <c>TraceReader.Read(TraceWriter.Write(t))</c> equals t.
/// Throws ArgumentException for what the format cannot say: a draft operand, a name used twice.
/// </summary>
public static class TraceWriter
{
    public static string Write(Trace trace)
    {
        StringBuilder text = new();
        text.Append($"vmcheck trace {TraceWords.Version}\n");
        text.Append(MachineLine.Write(trace.Machine)).Append('\n');
        text.Append($"era {TraceWords.Eras[(int)trace.Era]} {TraceWords.Modes[(int)trace.Mode]}\n");
        foreach (string line in Lines(trace.Commands))
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>One line a command, without line ends: what reports show.</summary>
    public static string[] Lines(IReadOnlyList<Command> commands)
    {
        Dictionary<int, char> letters = [];
        foreach (Command command in commands.Where(command => command.Name >= 0))
        {
            Product product = command.Signature.Product;
            if (product == Product.Nothing || !letters.TryAdd(command.Name, Letter(product)))
            {
                throw new ArgumentException(
                    $"{command.Signature.Name} cannot be named {command.Name}", nameof(commands));
            }
        }

        return [.. commands.Select(command => Line(command, letters))];
    }

    internal static char Letter(Product product) => TraceWords.Letters[(int)product];

    /// <summary>Of a name that nothing makes.</summary>
    static char Letter(Operand operand) =>
        Letter(operand.Of == Product.Nothing ? Product.Block : operand.Of);

    static string Line(Command command, Dictionary<int, char> letters)
    {
        StringBuilder line = new();
        if (command.Name >= 0)
        {
            line.Append(letters[command.Name]).Append(command.Name).Append(" = ");
        }

        Signature signature = command.Signature;
        line.Append(signature.Name).Append('(');
        line.AppendJoin(", ", signature.Parameters
            .Where(p => p != signature.Optional || command.Prot != Pgprot.Kernel)
            .Select(p => Argument(command, p, letters)));
        line.Append(')');
        if (command.Cpu != 0)
        {
            line.Append(CultureInfo.InvariantCulture, $" on cpu {command.Cpu}");
        }

        Append(line, command.Fault);
        Append(line, command.AlsoFault);
        if (command.Reading is { IsArmed: true } reading)
        {
            line.Append(
                CultureInfo.InvariantCulture,
                $" list {TraceWords.Of(reading.Site)} {reading.Index}");
        }

        return line.ToString();
    }

    static void Append(StringBuilder line, Fault fault)
    {
        if (fault.IsArmed)
        {
            line.Append($" fail {TraceWords.Sites[(int)fault.Site]} ")
                .Append($"{TraceWords.FaultModes[(int)fault.Mode]} {fault.Index}");
        }
    }

    static string Argument(Command command, Param parameter, Dictionary<int, char> letters) =>
        parameter switch
        {
            Param.Pointer => Address(command.Pointer, letters),
            Param.Size => TraceWords.Of(command.Size),
            Param.Align => TraceWords.Of(command.Align),
            Param.Gfp => TraceWords.Of(command.Gfp),
            Param.Flags => TraceWords.Of(command.Flags),
            Param.Start => Address(Operand.FromStart(command.Start), letters),
            Param.End => Address(Operand.FromStart(command.End), letters),
            Param.Prot => command.Prot.ToString(),
            Param.Node => $"{command.Node}",
            Param.Pages =>
                $"[{string.Join(", ", command.Pages.Select(slice => Slice(slice, letters)))}]",
            Param.Areas => $"[{string.Join(", ", command.Areas.Select(Area))}]",
            Param.Count => TraceWords.Of(command.Count),
            Param.Value => $"{command.Value}",
            Param.Phys => TraceWords.Of(command.Phys),
            _ => throw new ArgumentOutOfRangeException(nameof(parameter)),
        };

    static string Address(Operand operand, Dictionary<int, char> letters)
    {
        string place = operand.Base switch
        {
            OperandBase.Null => "NULL",
            OperandBase.Start => "START",
            OperandBase.Name =>
                $"{letters.GetValueOrDefault(operand.Index, Letter(operand))}{operand.Index}",
            _ => throw new ArgumentException(
                "a draft operand has to be resolved in a run first", nameof(operand)),
        };
        long offset = unchecked((long)operand.Offset);
        return offset switch
        {
            0 => place,
            > 0 => $"{place}+0x{offset:x}",
            _ => $"{place}-0x{unchecked((ulong)-offset):x}",
        };
    }

    static string Area(PercpuArea area) =>
        $"{TraceWords.Of(area.Offset)}+{TraceWords.Of(area.Size)}";

    static string Slice(PageSlice slice, Dictionary<int, char> letters)
    {
        if (slice.Count < 1 || slice.First < 0 || slice.Source.Offset != 0)
        {
            throw new ArgumentException($"{slice} is no stretch of pages", nameof(slice));
        }

        int last = slice.First + slice.Count - 1;
        return slice switch
        {
            { IsNull: true, Count: 1 } => "NULL",
            { IsNull: true } => $"NULL*{slice.Count}",
            { Count: 1 } => $"{Address(slice.Source, letters)}[{slice.First}]",
            _ => $"{Address(slice.Source, letters)}[{slice.First}..{last}]",
        };
    }
}
