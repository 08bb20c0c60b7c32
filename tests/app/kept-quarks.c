/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>

/* GLib lets go of the table of its quarks when that grows, as others may be reading it. With so many pages it
 * does, and whether the sanitizer takes that for a leak is chance: the first table is kept in sight. It is
 * made before main(), so what looks for it is there before GLib is. */
#ifdef __SANITIZE_ADDRESS__

/* The compiler's own header of it does not come with every compiler. */
int __sanitizer_install_malloc_and_free_hooks (void (*malloc_hook) (const volatile void *, size_t),
                                               void (*free_hook) (const volatile void *));

#define TABLE_BYTES (2048 * sizeof (char *))

static const volatile void *table;

static void
look (const volatile void *memory, size_t bytes)
{
  if (table == NULL && bytes == TABLE_BYTES)
    table = memory;
}

static void
forget (const volatile void *memory)
{
  if (memory == table)
    table = NULL;
}

static void
begin (void)
{
  __sanitizer_install_malloc_and_free_hooks (look, forget);
}

__attribute__ ((section (".preinit_array"), used)) static void (*const first) (void) = begin;

#endif
