// SPDX-License-Identifier: GPL-2.0-only
/*
 * Messages: they go to the log of the call. A warning is an event, a BUG or a panic ends the call.
 * Of the formats only those are kernel's own that mm/vmalloc.c prints.
 */
#include <linux/kernel.h>
#include <linux/ratelimit.h>
#include "stubs.h"

static const char *bug_in;

static void log_format(const char *format, va_list arguments)
{
	u32 left = step->log_capacity - step->log_length;
	int length;

	if (format[0] == KERN_SOH_ASCII && format[1])
		format += 2;
	length = host_format(step->log + step->log_length, left, format, arguments);
	if (length > 0 && left)
		step->log_length += min_t(u32, length, left - 1);
}

static void tell_no_space(va_list arguments)
{
	va_list copy;

	va_copy(copy, arguments);
	report(VMCHECK_EVENT_NO_VA_SPACE, 0, 0, 0, va_arg(copy, unsigned long));
	va_end(copy);
}

int _printk(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	if (strstr(format, "for size %lu failed"))
		tell_no_space(arguments);
	if (strstr(format, "BUG: failure at")) {
		va_list copy;

		va_copy(copy, arguments);
		va_arg(copy, const char *);
		va_arg(copy, int);
		bug_in = va_arg(copy, const char *);
		va_end(copy);
	}
	log_format(format, arguments);
	va_end(arguments);
	return 0;
}

void panic(const char *format, ...)
{
	die(bug_in ?: "panic");
}

void warn_alloc(gfp_t gfp, nodemask_t *mask, const char *format, ...)
{
	va_list arguments;

	if (gfp & __GFP_NOWARN)
		return;
	va_start(arguments, format);
	log_format(format, arguments);
	va_end(arguments);
	_printk("\n");
}

static enum vmcheck_splat splat_of(const char *format)
{
	if (!format)
		return VMCHECK_SPLAT_OTHER;
	return strstr(format, "bad address") ? VMCHECK_SPLAT_BAD_ADDRESS
		: strstr(format, "nonexistent") ? VMCHECK_SPLAT_NO_AREA : VMCHECK_SPLAT_OTHER;
}

void warn_slowpath_fmt(const char *file, const int line, unsigned int taint, const char *format,
		       ...)
{
	va_list arguments;

	settle();
	vmcheck_event(step, (struct vmcheck_event){
		.kind = VMCHECK_EVENT_WARN, .detail = splat_of(format), .bytes = line,
	});
	_printk("WARNING: %s:%d\n", file, line);
	if (!format)
		return;
	va_start(arguments, format);
	log_format(format, arguments);
	va_end(arguments);
}

int ___ratelimit(struct ratelimit_state *state, const char *function)
{
	return machine.prints_rate_limited;
}

int __printk_ratelimit(const char *function)
{
	return machine.prints_rate_limited;
}

void dump_stack(void)
{
}

#if SINCE(6, 10)
void dump_page(const struct page *page, const char *reason)
#else
void dump_page(struct page *page, const char *reason)
#endif
{
	_printk("page dumped because: %s\n", reason);
}

void __noreturn __stack_chk_fail(void)
{
	die("a stack was overwritten");
}

void messages_reset(void)
{
	bug_in = NULL;
}
