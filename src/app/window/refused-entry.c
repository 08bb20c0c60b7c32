/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/refused-entry.h"

#include "app/form/field-entry.h"

#include <glib/gi18n-lib.h>

#define SAID "bv-said"

static char *
name (GtkWidget *entry)
{
  return g_strdup_printf ("%p %s", (void *) entry, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

/* Returns: the first whose text was not asked about; NULL: there is none */
static GtkWidget *
find_new (BvPageBook *pages, GHashTable *asked)
{
  g_autoptr (GPtrArray) entries = bv_field_entry_list_refused (GTK_WIDGET (pages));

  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *key = name (g_ptr_array_index (entries, i));

      if (!g_hash_table_contains (asked, key))
        return g_ptr_array_index (entries, i);
    }
  return NULL;
}

/* What is said is no longer true. */
static void
settled_cb (GtkWidget *entry, GParamSpec *pspec, BvPageBook *pages)
{
  const char *said = g_object_get_data (G_OBJECT (entry), SAID);

  if (bv_field_entry_get_message (BV_FIELD_ENTRY (entry)) != NULL)
    return;
  if (g_strcmp0 (bv_page_book_get_error (pages), said) == 0)
    bv_page_book_show_error (pages, NULL);
  g_signal_handlers_disconnect_by_func (entry, settled_cb, pages);
}

/* Goes to the entry, and says @message; takes that. */
static void
show (GtkWidget *entry, BvPageBook *pages, char *message)
{
  GtkWidget *page = gtk_widget_get_ancestor (entry, BV_TYPE_PAGE);

  bv_page_book_show (pages, bv_page_get_info (BV_PAGE (page))->key);
  gtk_widget_grab_focus (entry);
  bv_page_book_show_error (pages, message);
  g_object_set_data_full (G_OBJECT (entry), SAID, message, g_free);
  g_signal_handlers_disconnect_by_func (entry, settled_cb, pages);
  g_signal_connect_object (entry, "notify::message", G_CALLBACK (settled_cb), pages, 0);
}

/**
 * bv_refused_entry_ask:
 * @pages: the pages of a window that is about to be closed; nothing in it has the focus
 * @asked: (element-type utf8 utf8): what was asked about before
 *
 * Where something that was typed could not be saved, shows it and says so, once for each text.
 *
 * Returns: whether the window stays open
 */
gboolean
bv_refused_entry_ask (BvPageBook *pages, GHashTable *asked)
{
  GtkWidget *entry = find_new (pages, asked);

  if (entry == NULL)
    return FALSE;
  g_hash_table_add (asked, name (entry));
  /* Translators: %s says what is wrong with what was typed. */
  show (entry, pages,
        g_strdup_printf (_ ("Not saved: %s · Correct it, or close the window again to give it up"),
                         bv_field_entry_get_message (BV_FIELD_ENTRY (entry))));
  return TRUE;
}

/**
 * bv_refused_entry_show:
 * @pages: the pages of a window; nothing in it is being typed
 *
 * Where something that was typed could not be saved, shows it and says so.
 *
 * Returns: whether there is such a thing
 */
gboolean
bv_refused_entry_show (BvPageBook *pages)
{
  g_autoptr (GPtrArray) entries = bv_field_entry_list_refused (GTK_WIDGET (pages));
  GtkWidget *entry = entries->len > 0 ? g_ptr_array_index (entries, 0) : NULL;

  if (entry != NULL)
    /* Translators: %s says what is wrong with what was typed. */
    show (entry, pages,
          g_strdup_printf (_ ("Not saved: %s"), bv_field_entry_get_message (BV_FIELD_ENTRY (entry))));
  return entry != NULL;
}
