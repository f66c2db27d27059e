// SPDX-License-Identifier: GPL-2.0-only
/* In place of tlb.c: a range is used again while CPUs still remember its old pages. */
#define flush_tlb right_flush_tlb
#include "../tlb.c"
#undef flush_tlb

void flush_tlb(u64 start, u64 end)
{
	(void)start;
	(void)end;
}
