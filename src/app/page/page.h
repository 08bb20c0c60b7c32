/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/banner.h"
#include "app/page/tabs.h"
#include "app/papers/paper-choice.h"
#include "store/changes.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_PAGE (bv_page_get_type ())
G_DECLARE_INTERFACE (BvPage, bv_page, BV, PAGE, GtkWidget)

/* What F6 goes through on a page. */
typedef enum
{
  BV_PAGE_MAIN, /* the table, or what stands in its place */
  BV_PAGE_DETAILS,
} BvPagePart;

/* What a page can do; an action of the window, whichever page is shown. */
typedef struct
{
  const char *name;  /* add-nominee is win.add-nominee */
  const char *title; /* in the list of shortcuts */
  const char *key;   /* NULL: none, and not in that list */
  void (*activate) (BvPage *page);
  /* It is about how a page is seen: several pages have it, the one that is shown does it, and also where
   * nothing can be written. */
  gboolean of_view;
  /* It is done with the selected row: off where none is, and its key counts in the table alone. */
  gboolean of_row;
  /* It is there by its key alone: no menu has it. */
  gboolean of_key;
  /* It is done on its page alone: off while another is shown, which may use its key for something else. */
  gboolean of_page;
} BvPageAction;

/* What is the same for all pages of a type. */
typedef struct
{
  const char *key; /* its name in actions and settings */
  const char *title;
  const char *icon_name;
  const char *guide;         /* the file of the guide that tells of it */
  const char *const *tables; /* the entities that it shows, %NULL at the end; NULL: none */
  const BvPageAction *actions;
  guint n_actions;
  gboolean of_menu;  /* a menu leads to it, not the side list */
  gboolean of_setup; /* no step of the work, but what that is about: below a rule in the side list */
  gboolean calls;    /* what waits there came from outside: its number in the side list is seen from afar */
} BvPageInfo;

/* Only @info and @refresh are asked of every page. */
struct _BvPageInterface
{
  GTypeInterface parent_iface;

  const BvPageInfo *info;

  /* Makes its widgets: it is about to be shown for the first time. */
  void (*build) (BvPage *page);
  /* Shows what was changed; %NULL: everything is to be read, as for the first time. */
  void (*refresh) (BvPage *page, const BvChanges *changes);
  /* Totals and ranks are newer. */
  void (*ranked) (BvPage *page);
  gboolean (*is_busy) (BvPage *page);

  void (*set_search) (BvPage *page, const char *text);
  void (*set_compact) (BvPage *page, gboolean compact);
  void (*set_details_visible) (BvPage *page, gboolean visible);
  GtkWidget *(*get_part) (BvPage *page, BvPagePart part);
  gboolean (*focus_part) (BvPage *page, BvPagePart part);

  char *(*describe) (BvPage *page);
  guint (*count) (BvPage *page);
  /* What keeps the work from going on, in a few words; the side list marks it. %NULL, or NULL: nothing. */
  char *(*alarm) (BvPage *page);
  /* Whether the campaign has a use for it: else the side list is without it. %NULL: it has. */
  gboolean (*is_offered) (BvPage *page);
  BvPaperChoice *(*offer_papers) (BvPage *page, GListStore *special);
  /* Why what it shows can be neither printed nor sealed now. %NULL, or NULL: it can. */
  const char *(*withhold) (BvPage *page);

  /* Its banner, below its bar; %NULL, or NULL: it has none, or not yet. */
  BvBanner *(*get_banner) (BvPage *page);
  /* What chooses which rows it shows; %NULL, or NULL: nothing. */
  BvTabs *(*get_tabs) (BvPage *page);
  /* Selects the row so many places further, behind the last the first. */
  void (*step) (BvPage *page, int rows);
  /* Whether there is a selected row. */
  gboolean (*has_row) (BvPage *page);
  /* Shows one of its records. */
  void (*open) (BvPage *page, gint64 record);
  /* Shows a part of a record that is shown, by a name of its own. %NULL: it has none. */
  void (*open_part) (BvPage *page, gint64 record, const char *part);

  GVariant *(*save_state) (BvPage *page);
  void (*restore_state) (BvPage *page, GVariant *state);
};

const BvPageInfo *bv_page_get_info (BvPage *page);
void bv_page_set_session (BvPage *page, BvSession *session);
BvSession *bv_page_get_session (BvPage *page);

void bv_page_build (BvPage *page);
gboolean bv_page_is_busy (BvPage *page);
void bv_page_set_search (BvPage *page, const char *text);
void bv_page_set_compact (BvPage *page, gboolean compact);
void bv_page_set_details_visible (BvPage *page, gboolean visible);
gboolean bv_page_focus_part (BvPage *page, BvPagePart part);
gboolean bv_page_has_focus (BvPage *page, BvPagePart part);

char *bv_page_describe (BvPage *page);
guint bv_page_count (BvPage *page);
char *bv_page_alarm (BvPage *page);
gboolean bv_page_is_offered (BvPage *page);
void bv_page_notify_counted (BvPage *page);
void bv_page_step_tab (BvPage *page, int step);
void bv_page_step (BvPage *page, int rows);
gboolean bv_page_has_row (BvPage *page);
void bv_page_notify_selected (BvPage *page);
void bv_page_open (BvPage *page, gint64 record);
void bv_page_open_part (BvPage *page, gint64 record, const char *part);
BvPaperChoice *bv_page_offer_papers (BvPage *page, GListStore *special);
const char *bv_page_withhold (BvPage *page);

GVariant *bv_page_save_state (BvPage *page);
void bv_page_restore_state (BvPage *page, GVariant *state);

G_END_DECLS
