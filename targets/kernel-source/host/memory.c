// SPDX-License-Identifier: GPL-2.0-only
/* Address space of the process: faithful as a machine's memory that several addresses show. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#include "host.h"

#define PAGE 4096UL

static int physical_memory = -1;

/* What is mapped for as long as the library is loaded. */
static struct { void *at; unsigned long length; } mapped[2];
static int nr_mapped;

static int keep(void *at, unsigned long address, unsigned long length)
{
	if (at != (void *)address)
		return -1;
	mapped[nr_mapped].at = at;
	mapped[nr_mapped++].length = length;
	return 0;
}

__attribute__((destructor)) static void unmap_all(void)
{
	while (nr_mapped) {
		nr_mapped--;
		munmap(mapped[nr_mapped].at, mapped[nr_mapped].length);
	}
	if (physical_memory >= 0)
		close(physical_memory);
}

void *host_alloc(unsigned long bytes)
{
	return malloc(bytes);
}

void *host_resize(void *memory, unsigned long bytes)
{
	return realloc(memory, bytes);
}

int host_map_memory(unsigned long address, unsigned long length)
{
	void *at;

	physical_memory = memfd_create("vmcheck", MFD_CLOEXEC);
	if (physical_memory < 0 || ftruncate(physical_memory, (off_t)length))
		return -1;
	at = mmap((void *)address, length, PROT_READ | PROT_WRITE,
		  MAP_SHARED | MAP_FIXED_NOREPLACE, physical_memory, 0);
	return keep(at, address, length);
}

int host_map_plain(unsigned long address, unsigned long length)
{
	void *at = mmap((void *)address, length, PROT_READ | PROT_WRITE,
			MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);

	return keep(at, address, length);
}

int host_open_window(unsigned long address, unsigned long physical, int writable)
{
	void *at = mmap((void *)address, PAGE, PROT_READ | (writable ? PROT_WRITE : 0),
			MAP_SHARED | MAP_FIXED_NOREPLACE, physical_memory, (off_t)physical);

	return at == (void *)address ? 0 : -1;
}

void host_close_window(unsigned long address)
{
	munmap((void *)address, PAGE);
}

int host_format(char *text, unsigned long room, const char *format, __builtin_va_list arguments)
{
	return vsnprintf(text, room, format, arguments);
}

static int by_address(const void *left, const void *right)
{
	unsigned long a = *(const unsigned long *)left, b = *(const unsigned long *)right;

	return (a > b) - (a < b);
}

void host_sort(void *records, unsigned long count, unsigned long bytes)
{
	qsort(records, count, bytes, by_address);
}
