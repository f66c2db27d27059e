// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Properties;

/// <summary>
/// Generated traces with a name in place of every draft, chosen without a run: any earlier product
/// of the kind. Good enough for the format and the shrinker, which do not ask what lives.
/// </summary>
static class NamedTraces
{
    public static Trace Draw(ulong seed, Machine machine, int length, Era era = Era.V2637)
    {
        Trace draft = Generator.Draw(seed, machine, era, DefectMode.Fixed, length);
        Dictionary<Product, List<int>> made = [];
        List<Command> commands = [];
        foreach (Command command in draft.Commands)
        {
            commands.Add(command with { Pointer = Resolve(command.Pointer, made) });
            if (command.Name >= 0)
            {
                Product product = command.Signature.Product;
                made.TryAdd(product, []);
                made[product].Add(command.Name);
            }
        }

        return draft with { Commands = commands };
    }

    public static Machine MachineOf(ulong seed) =>
        Machines.All[(int)(seed % (ulong)Machines.All.Count)];

    static Operand Resolve(Operand operand, Dictionary<Product, List<int>> made)
    {
        if (!operand.IsDraft)
        {
            return operand;
        }

        return made.TryGetValue(operand.Of, out List<int>? names)
            ? Operand.Named(names[operand.Index % names.Count], operand.Offset)
            : Operand.FromStart(operand.Offset);
    }
}
