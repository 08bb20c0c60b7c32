/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page-list.h"

/* The pages of the window, in the order of its side list: a type each. */
#define FOR_EACH_PAGE(DO) \
  DO (bv_overview_page)   \
  DO (bv_inbox_page)      \
  DO (bv_nominees_page)   \
  DO (bv_scoring_page)    \
  DO (bv_documents_page)  \
  DO (bv_ranking_page)    \
  DO (bv_rules_page)      \
  DO (bv_units_page)      \
  DO (bv_backups_page)    \
  DO (bv_intake_page)

#define FIRST_SHOWN "nominees"

#define DECLARE(page) GType page##_get_type (void);
#define GET_TYPE(page) page##_get_type,

FOR_EACH_PAGE (DECLARE)

static void
add (BvWindow *window, gboolean only_steps)
{
  static GType (*const get_types[]) (void) = { FOR_EACH_PAGE (GET_TYPE) };

  for (guint i = 0; i < G_N_ELEMENTS (get_types); i++)
    {
      g_autoptr (BvPage) page = g_object_ref_sink (g_object_new (get_types[i](), NULL));

      if (!only_steps || !bv_page_get_info (page)->of_menu)
        bv_window_add_page (window, page);
    }
  bv_window_show_last_page (window, FIRST_SHOWN);
}

/**
 * bv_page_list_add_to:
 * @window: a window without pages
 *
 * Gives the window its pages, and shows the one that was shown last; at first the one with which most work
 * begins.
 */
void
bv_page_list_add_to (BvWindow *window)
{
  add (window, FALSE);
}

/**
 * bv_page_list_add_steps_to:
 * @window: a window without pages
 *
 * As bv_page_list_add_to(), without those that are no step of the work.
 */
void
bv_page_list_add_steps_to (BvWindow *window)
{
  add (window, TRUE);
}
