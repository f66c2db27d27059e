// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>Error numbers as the kernel returns them, negated.</summary>
public static class Errno
{
    public const int ENOMEM = 12;
    public const int EBUSY = 16;
    public const int EINVAL = 22;
}
