// SPDX-License-Identifier: GPL-2.0-only
/* gfp_t of this tree against that of vmcheck.h, bit by bit; what one of them lacks is dropped. */
#include "stubs.h"

static const struct { gfp_t real; uint32_t shown; } bits[] = {
	{ __GFP_DMA, VMCHECK_GFP_DMA },
	{ __GFP_HIGHMEM, VMCHECK_GFP_HIGHMEM },
	{ __GFP_DMA32, VMCHECK_GFP_DMA32 },
	{ __GFP_MOVABLE, VMCHECK_GFP_MOVABLE },
	{ __GFP_DIRECT_RECLAIM, VMCHECK_GFP_WAIT },
	{ __GFP_HIGH, VMCHECK_GFP_HIGH },
	{ __GFP_IO, VMCHECK_GFP_IO },
	{ __GFP_FS, VMCHECK_GFP_FS },
	{ __GFP_NOWARN, VMCHECK_GFP_NOWARN },
	{ __GFP_RETRY_MAYFAIL, VMCHECK_GFP_REPEAT },
	{ __GFP_NOFAIL, VMCHECK_GFP_NOFAIL },
	{ __GFP_NORETRY, VMCHECK_GFP_NORETRY },
	{ __GFP_COMP, VMCHECK_GFP_COMP },
	{ __GFP_ZERO, VMCHECK_GFP_ZERO },
	{ __GFP_NOMEMALLOC, VMCHECK_GFP_NOMEMALLOC },
	{ __GFP_HARDWALL, VMCHECK_GFP_HARDWALL },
	{ __GFP_THISNODE, VMCHECK_GFP_THISNODE },
	{ __GFP_RECLAIMABLE, VMCHECK_GFP_RECLAIMABLE },
};

gfp_t real_gfp(uint32_t shown)
{
	gfp_t real = __GFP_KSWAPD_RECLAIM;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(bits); i++)
		if (shown & bits[i].shown)
			real |= bits[i].real;
	return real;
}

uint32_t shown_gfp(gfp_t real)
{
	static gfp_t last_real;
	static uint32_t last_shown;
	uint32_t shown = 0;
	unsigned int i;

	if (real == last_real)
		return last_shown;
	for (i = 0; i < ARRAY_SIZE(bits); i++)
		if (real & bits[i].real)
			shown |= bits[i].shown;
	last_real = real;
	last_shown = shown;
	return shown;
}
