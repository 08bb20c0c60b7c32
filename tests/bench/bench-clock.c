/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-clock.h"

#include <time.h>

/* In microseconds. */
gint64
bench_clock (void)
{
  return (gint64) clock () * (G_USEC_PER_SEC / CLOCKS_PER_SEC);
}

double
bench_milliseconds_since (gint64 start)
{
  return (bench_clock () - start) / 1000.0;
}

/* Of doubles. */
double
bench_least (const GArray *values)
{
  double least = g_array_index (values, double, 0);

  for (guint i = 1; i < values->len; i++)
    least = MIN (least, g_array_index (values, double, i));
  return least;
}

/* The goal is the most that the ratio should be. */
void
bench_print_ratio (const char *what, double ratio, double goal)
{
  g_print ("  %-58s ratio %6.2f, goal %.2f%s\n", what, ratio, goal, ratio > goal ? ": short" : "");
}
