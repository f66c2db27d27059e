/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the kernel side asks of the process it runs in. Plain C types only: included on both sides,
 * whose headers exclude each other.
 */
#ifndef HOST_H
#define HOST_H

/* Memory that only the simulated machine uses; NULL when there is none. */
void *host_alloc(unsigned long bytes);
void *host_resize(void *memory, unsigned long bytes);

/*
 * Maps length bytes at an address: the physical memory, shared with every window on it, or plain
 * memory. Returns 0, or -1: the addresses are taken, or there is no memory.
 */
int host_map_memory(unsigned long address, unsigned long length);
int host_map_plain(unsigned long address, unsigned long length);

/* Makes a page of the physical memory appear at an address, or disappear. */
int host_open_window(unsigned long address, unsigned long physical, int writable);
void host_close_window(unsigned long address);

/*
 * Has host_fault_hook called when this thread touches memory that is not there, while it runs
 * kernel code, which it says before and after.
 */
void host_in_kernel(int is);
void host_catch_faults(void);

/*
 * Of the kernel side: makes the access possible and returns 1, or leaves the call and does not
 * return.
 */
int host_fault_hook(unsigned long address);

int host_format(char *text, unsigned long room, const char *format, __builtin_va_list arguments);

/* Sorts by the first 8 bytes of each record, which are an address. */
void host_sort(void *records, unsigned long count, unsigned long bytes);

#endif /* HOST_H */
