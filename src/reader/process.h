/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a process that reads a file from outside may use. Beyond that the system ends it, and nothing else. */
#define BV_PROCESS_MEMORY (300 << 20) /* bytes */
#define BV_PROCESS_CPU 5              /* seconds */
#define BV_PROCESS_TIME 60            /* seconds on the clock: a disk may be slow */

/* An archive has hundreds of files, each of which may have been packed hard. */
#define BV_PROCESS_UNPACKING_CPU 60
#define BV_PROCESS_UNPACKING_TIME 600

/* Pages are drawn for as long as somebody looks at them; what one of them may use says exchange/folio. */
#define BV_PROCESS_PAGES_CPU 600
#define BV_PROCESS_PAGES_TIME (24 * 60 * 60)

void bv_process_limit (guint cpu, guint time);
void bv_process_begin_request (guint seconds);
void bv_process_end_request (void);
char **bv_process_take_arguments (char **argv);
GOutputStream *bv_process_open_output (void);
GInputStream *bv_process_open_input (void);

G_END_DECLS
