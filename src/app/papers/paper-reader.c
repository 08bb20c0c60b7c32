/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/papers/paper-reader.h"

#include "app/page/context.h"

/**
 * BvPaperReader:
 *
 * Where a paper is read: its pages small in a column and one of them large, above them which one it is and
 * how large. A paper that is composed again stays at the page that was read. In place of pages there may be a
 * message.
 */
struct _BvPaperReader
{
  GtkWidget parent_instance;

  GtkEditable *page_entry;
  GtkLabel *count_label;
  GtkDropDown *zoom_list;
  GtkStack *content;
  GtkLabel *message_label;
  GtkListView *thumbnails;
  BvPagePane *pane;
  GtkSingleSelection *selection;

  BvPreviewPages *pages; /* NULL: nothing is composed */
  gboolean is_read;      /* a page was shown */
};

G_DEFINE_FINAL_TYPE (BvPaperReader, bv_paper_reader, GTK_TYPE_WIDGET)

static guint
count_pages (BvPaperReader *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

static void
enable_actions (BvPaperReader *self)
{
  guint page = bv_paper_reader_get_page (self);
  gboolean there = self->pages != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.previous", there && page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.next", there && page + 1 < count_pages (self));
}

static void
show_page_number (BvPaperReader *self)
{
  g_autofree char *number = g_strdup_printf ("%u", bv_paper_reader_get_page (self) + 1);

  gtk_editable_set_text (self->page_entry, self->pages != NULL ? number : "");
}

static void
show_count (BvPaperReader *self)
{
  gboolean complete = self->pages != NULL && bv_preview_pages_are_complete (self->pages);
  g_autofree char *count = g_strdup_printf (complete ? "/ %u" : "/ %u…", count_pages (self));

  gtk_label_set_label (self->count_label, self->pages != NULL ? count : "");
  enable_actions (self);
}

static void
page_selected_cb (BvPaperReader *self)
{
  guint page = bv_paper_reader_get_page (self);

  if (self->pages == NULL)
    return;
  bv_page_pane_show (self->pane, gtk_single_selection_get_selected_item (self->selection));
  gtk_widget_activate_action (GTK_WIDGET (self->thumbnails), "list.scroll-to-item", "u", page);
  show_page_number (self);
  enable_actions (self);
}

static void
go_to (BvPaperReader *self, gint64 page)
{
  gint64 n_pages = count_pages (self);

  if (n_pages > 0)
    gtk_single_selection_set_selected (self->selection, CLAMP (page, 0, n_pages - 1));
}

static void
page_typed_cb (BvPaperReader *self)
{
  gint64 number;

  if (self->pages != NULL
      && g_ascii_string_to_signed (gtk_editable_get_text (self->page_entry), 10, 1, G_MAXINT, &number, NULL))
    {
      bv_preview_pages_reach (self->pages, number - 1);
      go_to (self, number - 1);
    }
  show_page_number (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->pane));
}

static void
turn_cb (BvPaperReader *self, int direction)
{
  go_to (self, (gint64) bv_paper_reader_get_page (self) + direction);
}

static void
drop_pages (BvPaperReader *self)
{
  gtk_label_set_label (self->message_label, "");
  if (self->pages != NULL)
    g_signal_handlers_disconnect_by_data (self->pages, self);
  g_clear_object (&self->pages);
  bv_page_pane_show (self->pane, NULL);
  gtk_single_selection_set_model (self->selection, NULL);
}

static void
move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BvPaperReader *self = BV_PAPER_READER (widget);
  gint64 page = bv_paper_reader_get_page (self);

  if (g_str_equal (action, "paper.next"))
    go_to (self, page + 1);
  else if (g_str_equal (action, "paper.previous"))
    go_to (self, page - 1);
  else if (g_str_equal (action, "paper.first"))
    go_to (self, 0);
  else
    go_to (self, G_MAXINT);
}

static void
move_within (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bv_page_pane_move (BV_PAPER_READER (widget)->pane, g_str_equal (action, "paper.forward") ? 1 : -1);
}

static void
zoom (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BvPagePane *pane = BV_PAPER_READER (widget)->pane;

  if (g_str_equal (action, "paper.zoom-in"))
    bv_page_pane_step_zoom (pane, 1);
  else if (g_str_equal (action, "paper.zoom-out"))
    bv_page_pane_step_zoom (pane, -1);
  else
    bv_page_pane_set_zoom (pane, BV_ZOOM_100);
}

static void
bv_paper_reader_dispose (GObject *object)
{
  BvPaperReader *self = BV_PAPER_READER (object);
  GtkWidget *child;

  if (self->pages != NULL)
    drop_pages (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_PAPER_READER);
  G_OBJECT_CLASS (bv_paper_reader_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/papers/paper-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, BvPaperReader, page_entry);
  gtk_widget_class_bind_template_child (widget_class, BvPaperReader, count_label);
  gtk_widget_class_bind_template_child (widget_class, BvPaperReader, zoom_list);
  gtk_widget_class_bind_template_child (widget_class, BvPaperReader, content);
  gtk_widget_class_bind_template_child (widget_class, BvPaperReader, message_label);
  gtk_widget_class_bind_template_child (widget_class, BvPaperReader, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, BvPaperReader, pane);
  gtk_widget_class_bind_template_child (widget_class, BvPaperReader, selection);
  gtk_widget_class_bind_template_callback (widget_class, page_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, turn_cb);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "paper.next", move },    { "paper.previous", move },       { "paper.first", move },
    { "paper.last", move },    { "paper.forward", move_within }, { "paper.back", move_within },
    { "paper.zoom-in", zoom }, { "paper.zoom-out", zoom },       { "paper.zoom-normal", zoom },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

static void
bv_paper_reader_class_init (BvPaperReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_paper_reader_dispose;
  g_type_ensure (BV_TYPE_PAGE_PANE);
  g_type_ensure (BV_TYPE_PAGE_VIEW);
  g_type_ensure (BV_TYPE_PREVIEW_PAGE);
  bind_template (widget_class);
  add_actions (widget_class);
}

static void
bv_paper_reader_init (BvPaperReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_context_name_button (self->zoom_list);
}

/**
 * bv_paper_reader_wait:
 * @reader: a reader
 *
 * Says that another paper is being composed, which is read from its first page.
 */
void
bv_paper_reader_wait (BvPaperReader *reader)
{
  drop_pages (reader);
  gtk_stack_set_visible_child_name (reader->content, "waiting");
}

/**
 * bv_paper_reader_show:
 * @reader: a reader
 * @document: (transfer full): what is read from now on; where it was composed again, at the page that was
 * read
 */
void
bv_paper_reader_show (BvPaperReader *reader, BvDocument *document)
{
  guint page = reader->pages != NULL ? bv_paper_reader_get_page (reader) : 0;
  BvPreviewPages *pages = bv_preview_pages_new (document);

  drop_pages (reader);
  bv_preview_pages_reach (pages, page);
  g_signal_connect_object (pages, "items-changed", G_CALLBACK (show_count), reader, G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (reader->selection, G_LIST_MODEL (pages));
  reader->pages = pages;
  go_to (reader, page);
  page_selected_cb (reader);
  show_count (reader);
  gtk_stack_set_visible_child_name (reader->content, "pages");
  if (!reader->is_read)
    gtk_widget_grab_focus (GTK_WIDGET (reader->pane));
  reader->is_read = TRUE;
}

/**
 * bv_paper_reader_show_message:
 * @reader: a reader
 * @message: why there is nothing to read
 */
void
bv_paper_reader_show_message (BvPaperReader *reader, const char *message)
{
  drop_pages (reader);
  show_page_number (reader);
  show_count (reader);
  gtk_label_set_label (reader->message_label, message);
  gtk_stack_set_visible_child_name (reader->content, "message");
}

/**
 * bv_paper_reader_get_pages:
 * @reader: a reader
 *
 * Returns: (transfer none) (nullable): the pages; %NULL while a paper is composed for the first time, and
 * where there is nothing to read
 */
BvPreviewPages *
bv_paper_reader_get_pages (BvPaperReader *reader)
{
  return reader->pages;
}

/**
 * bv_paper_reader_get_page:
 * @reader: a reader
 *
 * Returns: the page that is read, from 0
 */
guint
bv_paper_reader_get_page (BvPaperReader *reader)
{
  guint page = gtk_single_selection_get_selected (reader->selection);

  return page == GTK_INVALID_LIST_POSITION ? 0 : page;
}

/**
 * bv_paper_reader_get_pane:
 * @reader: a reader
 *
 * Returns: (transfer none): where the page is large
 */
BvPagePane *
bv_paper_reader_get_pane (BvPaperReader *reader)
{
  return reader->pane;
}

/**
 * bv_paper_reader_get_message:
 * @reader: a reader
 *
 * Returns: (transfer none): why there is nothing to read; ""
 */
const char *
bv_paper_reader_get_message (BvPaperReader *reader)
{
  return gtk_label_get_label (reader->message_label);
}
