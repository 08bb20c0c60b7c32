/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Benches count the processor time of their own process, user's and system's, and compare the least of
 * several turns: neither grows because others use the machine. */

gint64 bench_clock (void);
double bench_milliseconds_since (gint64 start);

double bench_least (const GArray *values);
void bench_print_ratio (const char *what, double ratio, double goal);

G_END_DECLS
