/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page-list.h"

/* The pages of the window, in the order of its side list: a type each. */
#define FOR_EACH_PAGE(DO) \
  DO (bv_units_page)      \
  DO (bv_nominees_page)   \
  DO (bv_ranking_page)    \
  DO (bv_backups_page)

#define FIRST_SHOWN "nominees"

#define DECLARE(page) GType page##_get_type (void);
#define GET_TYPE(page) page##_get_type,

FOR_EACH_PAGE (DECLARE)

/**
 * bv_page_list_add_to:
 * @window: a window without pages
 *
 * Gives the window its pages, and shows the one with which most work begins.
 */
void
bv_page_list_add_to (BvWindow *window)
{
  static GType (*const get_types[]) (void) = { FOR_EACH_PAGE (GET_TYPE) };

  for (guint i = 0; i < G_N_ELEMENTS (get_types); i++)
    bv_window_add_page (window, g_object_new (get_types[i](), NULL));
  bv_window_show_page (window, FIRST_SHOWN);
}
