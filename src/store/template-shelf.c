/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/template-shelf.h"

#include "store/journal.h"
#include "store/records.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* What is put onto the shelf, or taken from it. */
typedef struct
{
  const char *name;
  const char *title; /* NULL: it is removed */
  const char *text;  /* the same */
} Putting;

/**
 * bv_shelved_template_free:
 * @shelved: (nullable) (transfer full): a template's name
 */
void
bv_shelved_template_free (BvShelvedTemplate *shelved)
{
  if (shelved == NULL)
    return;
  g_free (shelved->name);
  g_free (shelved->title);
  g_free (shelved);
}

static gpointer
read_shelved (sqlite3_stmt *row)
{
  BvShelvedTemplate *shelved = g_new0 (BvShelvedTemplate, 1);

  shelved->name = g_strdup ((const char *) sqlite3_column_text (row, 0));
  shelved->title = g_strdup ((const char *) sqlite3_column_text (row, 1));
  return shelved;
}

/**
 * bv_template_shelf_list:
 * @library: a library
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type BvShelvedTemplate) (nullable): its templates by name; %NULL with
 * @error set on failure
 */
GPtrArray *
bv_template_shelf_list (BvLibrary *library, GError **error)
{
  return bv_statement_list (library, "SELECT name, title FROM template ORDER BY name", read_shelved,
                            (GDestroyNotify) bv_shelved_template_free, error, "");
}

/**
 * bv_template_shelf_find:
 * @shelf: (element-type BvShelvedTemplate): the templates of a library
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the one of that name
 */
const BvShelvedTemplate *
bv_template_shelf_find (const GPtrArray *shelf, const char *name)
{
  for (guint i = 0; i < shelf->len; i++)
    if (g_str_equal (((const BvShelvedTemplate *) g_ptr_array_index (shelf, i))->name, name))
      return g_ptr_array_index (shelf, i);
  return NULL;
}

static gboolean
fail_unknown (const char *name, GError **error)
{
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
               _ ("there is no template “%s” in the library"), name);
  return FALSE;
}

/**
 * bv_template_shelf_read:
 * @library: a library
 * @name: the name of a template
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): its text; %NULL with @error set where there is none
 */
char *
bv_template_shelf_read (BvLibrary *library, const char *name, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *text
    = bv_statement_get_text (library, "SELECT text FROM template WHERE name = ?1", &local, "s", name);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (text == NULL)
    fail_unknown (name, error);
  return text;
}

static gboolean
write_template (BvLibrary *library, gpointer data, GError **error)
{
  const Putting *putting = data;

  return bv_statement_run (library,
                           "INSERT INTO template (id, name, title, text) VALUES (?1, ?2, ?3, ?4) ON CONFLICT "
                           "(name) DO UPDATE SET title = excluded.title, text = excluded.text",
                           error, "isss", bv_records_new_id (), putting->name, putting->title, putting->text);
}

static gboolean
remove_template (BvLibrary *library, gpointer data, GError **error)
{
  const Putting *putting = data;

  return bv_statement_run (library, "DELETE FROM template WHERE name = ?1", error, "s", putting->name);
}

/**
 * bv_template_shelf_put:
 * @library: a library open for writing
 * @name: by which it is chosen; one of that name gives way
 * @title: the short title of the campaign
 * @text: a template file
 * @error: return location for a %BV_STORE_ERROR
 *
 * Keeps a template, as one action.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_template_shelf_put (BvLibrary *library,
                       const char *name,
                       const char *title,
                       const char *text,
                       GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Save template: %s"), title);
  Putting putting = { name, title, text };

  return bv_journal_act (library, label, write_template, &putting, NULL, error);
}

/**
 * bv_template_shelf_remove:
 * @library: a library open for writing
 * @name: the name of a template
 * @error: return location for a %BV_STORE_ERROR
 *
 * Removes a template, as one action.
 *
 * Returns: %FALSE with @error set, and nothing changed, where there is none, or on failure
 */
gboolean
bv_template_shelf_remove (BvLibrary *library, const char *name, GError **error)
{
  g_autofree char *text = bv_template_shelf_read (library, name, error);
  g_autofree char *label = g_strdup_printf (_ ("Remove template: %s"), name);
  Putting putting = { name, NULL, NULL };

  return text != NULL && bv_journal_act (library, label, remove_template, &putting, NULL, error);
}
