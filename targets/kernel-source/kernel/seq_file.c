// SPDX-License-Identifier: GPL-2.0-only
/*
 * /proc/vmallocinfo: the tree prints it itself, into a buffer. Faithful but for %pK, which shows
 * the address as it does to root, and %pS, which shows a number where there are no symbols: the
 * place in this library, which is the same wherever the library lies.
 */
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include "stubs.h"

/* Where the library begins; the linker says so. */
extern const char __ehdr_start[] __attribute__((visibility("hidden")));

static const struct seq_operations *operations;
static int (*show_all)(struct seq_file *file, void *data);
static char *text;
static u64 text_room, text_length;

static void put(const char *from, u64 length)
{
	for (; length--; text_length++)
		if (text_length < text_room)
			text[text_length] = *from++;
}

static void put_string(const char *string)
{
	put(string, strlen(string));
}

static void put_one(const char *format, ...)
{
	char part[96];
	va_list arguments;

	va_start(arguments, format);
	host_format(part, sizeof(part), format, arguments);
	va_end(arguments);
	put_string(part);
}

/* %pK and %px have 16 digits, %pa is behind a pointer, %pS is a symbol. */
static const char *put_pointer(const char *format, void *value)
{
	switch (*format) {
	case 'a':
		put_one("%#llx", *(phys_addr_t *)value);
		return format + 1;
	case 'S':
		put_one("0x%lx", (unsigned long)value - (unsigned long)__ehdr_start);
		return format + 1;
	case 'K':
	case 'x':
		put_one("%016lx", (unsigned long)value);
		return format + 1;
	default:
		put_one("%016lx", (unsigned long)value);
		return format;
	}
}

static const char *put_conversion(const char *format, va_list *arguments)
{
	char conversion[16];
	unsigned int length = 0;
	int longs = 0;

	conversion[length++] = '%';
	while (*format && length < sizeof(conversion) - 2) {
		longs += *format == 'l';
		conversion[length++] = *format;
		if (strchr("diuxXcsp%", *format++))
			break;
	}
	conversion[length] = 0;
	switch (conversion[length - 1]) {
	case 'p':
		return put_pointer(format, va_arg(*arguments, void *));
	case 's':
		put_one(conversion, va_arg(*arguments, const char *));
		return format;
	case '%':
		put_string("%");
		return format;
	default:
		if (longs)
			put_one(conversion, va_arg(*arguments, long));
		else
			put_one(conversion, va_arg(*arguments, int));
		return format;
	}
}

void seq_printf(struct seq_file *file, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	while (*format) {
		const char *next = strchr(format, '%') ?: format + strlen(format);

		put(format, next - format);
		format = *next ? put_conversion(next + 1, &arguments) : next;
	}
	va_end(arguments);
}

void seq_putc(struct seq_file *file, char letter)
{
	put(&letter, 1);
}

#undef seq_puts
#if !SINCE(6, 10)
void seq_puts(struct seq_file *file, const char *string)
{
	put_string(string);
}
#endif

void __seq_puts(struct seq_file *file, const char *string)
{
	put_string(string);
}

int seq_write(struct seq_file *file, const void *data, size_t length)
{
	put(data, length);
	return 0;
}

struct list_head *seq_list_start(struct list_head *head, loff_t at)
{
	struct list_head *entry;

	list_for_each(entry, head)
		if (at-- == 0)
			return entry;
	return NULL;
}

struct list_head *seq_list_next(void *entry, struct list_head *head, loff_t *at)
{
	struct list_head *next = ((struct list_head *)entry)->next;

	++*at;
	return next == head ? NULL : next;
}

struct proc_dir_entry *proc_create_seq_private(const char *name, umode_t mode,
					       struct proc_dir_entry *parent,
					       const struct seq_operations *ops,
					       unsigned int size, void *data)
{
	operations = ops;
	return NULL;
}

struct proc_dir_entry *proc_create_single_data(const char *name, umode_t mode,
					       struct proc_dir_entry *parent,
					       int (*show)(struct seq_file *, void *), void *data)
{
	show_all = show;
	return NULL;
}

u64 print_vmallocinfo(char *into, u64 room)
{
	struct seq_file file = { 0 };
	loff_t at = 0;
	void *entry;

	text = into;
	text_room = room;
	text_length = 0;
	if (show_all) {
		show_all(&file, NULL);
	} else if (operations) {
		entry = operations->start(&file, &at);
		while (entry) {
			operations->show(&file, entry);
			entry = operations->next(&file, entry, &at);
		}
		operations->stop(&file, entry);
	}
	return text_length;
}

void read_in_call(void)
{
	settle();
	report(VMCHECK_EVENT_LIST_READ, 0, 0, 0, 0);
	step->text_length = min_t(u64, print_vmallocinfo(step->text, step->text_capacity),
				  step->text_capacity);
}
