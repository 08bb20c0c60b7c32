/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/parts.h"

/* The parts of the window that F6 goes through. */
typedef enum
{
  PART_SIDEBAR,
  PART_MAIN,
  PART_DETAILS,
  N_PARTS,
} Part;

static gboolean
focus (GtkWidget *sidebar, BvPage *page, Part part)
{
  if (part == PART_SIDEBAR)
    return gtk_widget_child_focus (sidebar, GTK_DIR_TAB_FORWARD);
  return bv_page_focus_part (page, part == PART_MAIN ? BV_PAGE_MAIN : BV_PAGE_DETAILS);
}

static Part
find_focused (GtkWidget *sidebar, BvPage *page, Part otherwise)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (sidebar));

  if (focus != NULL && gtk_widget_is_ancestor (focus, sidebar))
    return PART_SIDEBAR;
  if (bv_page_has_focus (page, BV_PAGE_DETAILS))
    return PART_DETAILS;
  return bv_page_has_focus (page, BV_PAGE_MAIN) ? PART_MAIN : otherwise;
}

/**
 * bv_parts_focus_other:
 * @sidebar: the side list of a window
 * @page: the page that is shown beside it
 * @next: the part behind the one that has the focus; else the part before it
 *
 * Gives the focus to the next part that takes it. From anywhere else in the window the next part is the
 * table, the one before it the side list.
 */
void
bv_parts_focus_other (GtkWidget *sidebar, BvPage *page, gboolean next)
{
  Part part = find_focused (sidebar, page, next ? PART_SIDEBAR : PART_MAIN);

  for (guint i = 1; i < N_PARTS; i++)
    if (focus (sidebar, page, (part + (next ? i : N_PARTS - i)) % N_PARTS))
      return;
}
