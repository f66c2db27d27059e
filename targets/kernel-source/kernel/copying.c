// SPDX-License-Identifier: GPL-2.0-only
/* Where vread copies to: one buffer. There is no user, no pipe, and no fault half way. */
#include <linux/highmem.h>
#include <linux/uio.h>
#include "stubs.h"

char *copy_target;
u64 copy_room;

size_t copy_page_to_iter_nofault(struct page *page, unsigned int offset, size_t bytes,
				 struct iov_iter *iter)
{
	if (bytes > copy_room)
		die("copy_page_to_iter_nofault: beyond the buffer");

	/* The zero page is no page of the allocator, and its struct page is none. */
	if (frame_of(page) < 0)
		memset(copy_target, 0, bytes);
	else
		memcpy(copy_target, (char *)page_address(page) + offset, bytes);
	copy_target += bytes;
	copy_room -= bytes;
	return bytes;
}
