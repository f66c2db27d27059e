// SPDX-License-Identifier: GPL-2.0-only
/* In place of tables.c: the last page of a range is the one before it, once more. */
#define map_pages right_map_pages
#include "../tables.c"
#undef map_pages

int map_pages(u64 addr, u64 end, u64 prot, const int32_t *pages, u64 count, uint32_t gfp)
{
	u64 last = end - page_size();

	if (last == addr || count < 2)
		return right_map_pages(addr, end, prot, pages, count, gfp);
	if (right_map_pages(addr, last, prot, pages, count, gfp) < 0)
		return -1;
	return right_map_pages(last, end, prot, pages + count - 2, 1, gfp);
}
