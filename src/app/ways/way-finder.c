/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ways/way-finder.h"

#include "app/page/page-backlog.h"
#include "app/ways/way-records.h"
#include "core/search-hits.h"
#include "store/lists.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST 12
#define MOST_OF_A_KIND 4
/* What is typed first where only actions are wanted. */
#define ONLY_ACTIONS '>'

struct _BvWayFinder
{
  BvSession *session;
  BvPageBook *pages;           /* not owned */
  const BvWayHistory *history; /* not owned */
  GPtrArray *actions;          /* of BvWay */
  BvTable *titles;             /* of the actions, with their pages */
  BvWayTables *tables;         /* NULL: they are being read */
};

/* The lists in which is searched, in their order. */
typedef enum
{
  NOMINEES,
  UNITS,
  DOCUMENTS,
  ACTIONS,
  N_LISTS,
} List;

static GPtrArray *
new_ways (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bv_way_free);
}

static BvTable *
create_titles (GPtrArray *actions)
{
  static const BvColumnType types[2] = { 0 };
  BvTable *titles = bv_table_new (types, G_N_ELEMENTS (types));

  for (guint i = 0; i < actions->len; i++)
    {
      const BvWay *way = g_ptr_array_index (actions, i);

      bv_table_append (titles, i + 1, 0);
      bv_table_set_text (titles, i, 0, way->title, NULL);
      bv_table_set_text (titles, i, 1, way->detail, NULL);
    }
  return titles;
}

/* The last is where the user is, and so is the page that is shown. */
static gboolean
is_here (BvWayFinder *self, guint visited)
{
  const BvVisit *visit = bv_way_history_get (self->history, visited);
  const char *shown = bv_page_get_info (bv_page_book_get_visible (self->pages))->key;

  return visited == 0 || (visit->record == 0 && g_str_equal (visit->page, shown));
}

static BvWay *
write_page (BvWayKind kind, BvPage *page)
{
  const BvPageInfo *info = bv_page_get_info (page);

  return bv_way_new_page (kind, info->icon_name, _ (info->title), info->key);
}

static BvWay *
write_visit (BvWayFinder *self, const BvVisit *visit)
{
  BvPage *page = bv_page_book_find (self->pages, visit->page);
  BvWay *way = NULL;

  if (visit->record != 0 && self->tables != NULL)
    way = bv_way_records_find (self->session, self->tables, visit->page, visit->record);
  else if (visit->record == 0 && page != NULL && bv_page_is_offered (page)
           && !bv_page_get_info (page)->of_menu)
    way = write_page (BV_WAY_VISITED, page);
  if (way != NULL)
    way->kind = BV_WAY_VISITED;
  return way;
}

static void
add_visited (BvWayFinder *self, GPtrArray *ways)
{
  for (guint i = 0; i < bv_way_history_count (self->history) && ways->len < MOST_OF_A_KIND; i++)
    {
      BvWay *way = is_here (self, i) ? NULL : write_visit (self, bv_way_history_get (self->history, i));

      if (way != NULL)
        g_ptr_array_add (ways, way);
    }
}

static void
add_waiting (BvWayFinder *self, GPtrArray *ways)
{
  for (guint i = 0; i < bv_page_book_count (self->pages); i++)
    {
      BvPage *page = bv_page_book_get_nth (self->pages, i);
      char *waiting = bv_page_is_offered (page) ? bv_page_backlog_write (page) : NULL;
      BvWay *way;

      if (waiting == NULL)
        continue;
      way = write_page (BV_WAY_WAITING, page);
      bv_way_take_detail (way, waiting);
      g_ptr_array_add (ways, way);
    }
}

static BvWay *
write_hit (BvWayFinder *self, List list, guint row)
{
  switch (list)
    {
    case NOMINEES:
      return bv_way_records_write_nominee (self->session, self->tables->nominees, row);
    case UNITS:
      return bv_way_records_write_unit (self->tables->units, row);
    case DOCUMENTS:
      return bv_way_records_write_document (self->tables, row);
    case ACTIONS:
    case N_LISTS:
      break;
    }
  return bv_way_copy (g_ptr_array_index (self->actions, row));
}

static GPtrArray *
search (BvWayFinder *self, const BvSearchWords *words)
{
  BvTable *const tables[N_LISTS] = {
    [NOMINEES] = self->tables != NULL ? self->tables->nominees : NULL,
    [UNITS] = self->tables != NULL ? self->tables->units : NULL,
    [DOCUMENTS] = self->tables != NULL ? self->tables->documents : NULL,
    [ACTIONS] = self->titles,
  };
  static const guint names[N_LISTS]
    = { [NOMINEES] = BV_NOMINEES_NAME, [UNITS] = BV_UNITS_NAME, [DOCUMENTS] = BV_DOCUMENTS_FILE };
  GArray *hits[N_LISTS];
  guint counts[N_LISTS];
  GPtrArray *ways = new_ways ();

  for (guint i = 0; i < N_LISTS; i++)
    {
      hits[i] = tables[i] != NULL ? bv_search_hits_find (tables[i], names[i], words, MOST_OF_A_KIND)
                                  : g_array_new (FALSE, FALSE, sizeof (guint));
      counts[i] = hits[i]->len;
    }
  bv_search_hits_share (counts, N_LISTS, MOST);
  for (guint i = 0; i < N_LISTS; i++)
    {
      for (guint k = 0; k < counts[i]; k++)
        g_ptr_array_add (ways, write_hit (self, i, g_array_index (hits[i], guint, k)));
      g_array_unref (hits[i]);
    }
  return ways;
}

static GPtrArray *
search_actions (BvWayFinder *self, const BvSearchWords *words)
{
  GPtrArray *ways = new_ways ();
  g_autoptr (GArray) hits
    = bv_search_words_is_empty (words) ? NULL : bv_search_hits_find (self->titles, 0, words, MOST);
  guint n = hits != NULL ? hits->len : MIN (self->actions->len, MOST);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ways, write_hit (self, ACTIONS, hits != NULL ? g_array_index (hits, guint, i) : i));
  return ways;
}

/**
 * bv_way_finder_new:
 * @session: the session
 * @pages: the pages of the window, which live longer
 * @history: what was visited, which lives longer
 * @actions: (transfer full) (element-type BvWay): what can be done
 *
 * Returns: (transfer full): a finder, as yet without the records of the campaign
 */
BvWayFinder *
bv_way_finder_new (BvSession *session, BvPageBook *pages, const BvWayHistory *history, GPtrArray *actions)
{
  BvWayFinder *self = g_new0 (BvWayFinder, 1);

  self->session = g_object_ref (session);
  self->pages = pages;
  self->history = history;
  self->actions = actions;
  self->titles = create_titles (actions);
  return self;
}

/**
 * bv_way_finder_free:
 * @finder: (transfer full): a finder
 */
void
bv_way_finder_free (BvWayFinder *finder)
{
  g_clear_pointer (&finder->tables, bv_way_tables_free);
  bv_table_unref (finder->titles);
  g_ptr_array_unref (finder->actions);
  g_object_unref (finder->session);
  g_free (finder);
}

/**
 * bv_way_finder_take_tables:
 * @finder: a finder
 * @tables: (transfer full): the records of the campaign
 */
void
bv_way_finder_take_tables (BvWayFinder *finder, BvWayTables *tables)
{
  g_clear_pointer (&finder->tables, bv_way_tables_free);
  finder->tables = tables;
}

/**
 * bv_way_finder_is_whole:
 * @finder: a finder
 *
 * Returns: whether the records of the campaign are there
 */
gboolean
bv_way_finder_is_whole (const BvWayFinder *finder)
{
  return finder->tables != NULL;
}

/**
 * bv_way_finder_find:
 * @finder: a finder
 * @text: what is wanted, as typed; behind `>` only actions are. Nothing: what was visited last, and what
 * waits
 *
 * Returns: (transfer full) (element-type BvWay): at most twelve ways, those of a kind together
 */
GPtrArray *
bv_way_finder_find (BvWayFinder *finder, const char *text)
{
  const char *typed = text + strspn (text, " ");
  gboolean only_actions = *typed == ONLY_ACTIONS;
  g_autoptr (BvSearchWords) words = bv_search_words_new (only_actions ? typed + 1 : typed);
  GPtrArray *ways;

  if (only_actions)
    return search_actions (finder, words);
  if (!bv_search_words_is_empty (words))
    return search (finder, words);
  ways = new_ways ();
  add_visited (finder, ways);
  add_waiting (finder, ways);
  return ways;
}
