/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/intake/file-list.h"

#include <glib/gi18n-lib.h>

/* As many as are seen at once; and few enough not to be felt. GTK makes the widgets of 200 rows before it
 * paints anything. */
#define ROWS_FIRST 24
#define ROWS_A_TURN 12

/**
 * BvFileList:
 *
 * The files of a preview, the worst first. It keeps nothing of them: who shows them gives it others, or none,
 * before they go.
 */
struct _BvFileList
{
  GtkWidget parent_instance;
  GtkLabel *title_label;
  GtkSingleSelection *selection;

  const BvImportPlan *plan; /* NULL: none is shown */
  const GArray *files;      /* of BvFileCounts */
  GtkStringList *names;     /* of those that the view has, in the same order; NULL: of none */
  guint source;             /* gives it the others; 0: it has all */
};

G_DEFINE_FINAL_TYPE (BvFileList, bv_file_list, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const BvFileCounts *
get_nth (BvFileList *self, guint nth)
{
  return self->files != NULL && nth < self->files->len ? &g_array_index (self->files, BvFileCounts, nth)
                                                       : NULL;
}

static void
selected_cb (BvFileList *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* The width is the list's: nobody asks two hundred lines how long they are. */
static GtkWidget *
create_line (const char *style)
{
  GtkWidget *line
    = g_object_new (GTK_TYPE_INSCRIPTION, "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                    "min-chars", 0, "nat-chars", 0, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (line, style);
  return line;
}

/* All of what becomes of the file, of which the line may be cut. To set it as a tooltip would ask the X
 * server where the pointer is, for each of two hundred rows. */
static gboolean
query_tooltip_cb (GtkWidget *box, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  gtk_tooltip_set_text (tooltip,
                        gtk_inscription_get_text (GTK_INSCRIPTION (gtk_widget_get_last_child (box))));
  return TRUE;
}

static void
setup_cb (BvFileList *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_has_tooltip (box, TRUE);
  g_signal_connect (box, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_box_append (GTK_BOX (box), create_line ("file-name"));
  gtk_box_append (GTK_BOX (box), create_line ("caption"));
  gtk_list_item_set_child (item, box);
}

static const char *
choose_style (const BvFileCounts *counts)
{
  if (counts->file->failure != NULL)
    return "failed";
  return counts->n_open > 0 ? "open" : "whole";
}

static void
bind_cb (BvFileList *self, GtkListItem *item)
{
  static const char *const styles[] = { "failed", "open", "whole" };
  const BvFileCounts *counts = get_nth (self, gtk_list_item_get_position (item));
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *name = gtk_widget_get_first_child (box);
  g_autofree char *text = NULL;

  if (counts == NULL)
    return;
  text = bv_file_counts_describe (counts, self->plan);
  gtk_inscription_set_text (GTK_INSCRIPTION (name), counts->file->name);
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_next_sibling (name)), text);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (box, styles[i]);
  gtk_widget_add_css_class (box, choose_style (counts));
}

static void
show_until (BvFileList *self, guint end)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->names)); get_nth (self, i) != NULL && i < end;
       i++)
    gtk_string_list_append (self->names, get_nth (self, i)->file->name);
}

static gboolean
show_more (gpointer list)
{
  BvFileList *self = list;
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->names));

  if (get_nth (self, n_shown) == NULL)
    {
      self->source = 0;
      return G_SOURCE_REMOVE;
    }
  show_until (self, n_shown + ROWS_A_TURN);
  return G_SOURCE_CONTINUE;
}

static void
bv_file_list_dispose (GObject *object)
{
  BvFileList *self = BV_FILE_LIST (object);
  GtkWidget *child;

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->names);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bv_file_list_parent_class)->dispose (object);
}

static void
bv_file_list_class_init (BvFileListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_file_list_dispose;
  /* Another file is chosen. */
  signals[CHOSEN]
    = g_signal_new ("chosen", BV_TYPE_FILE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/intake/file-list.ui");
  gtk_widget_class_bind_template_child (widget_class, BvFileList, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvFileList, selection);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
bv_file_list_init (BvFileList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

/**
 * bv_file_list_set:
 * @list: the list
 * @plan: (nullable): a plan, which stays as long as it is shown; %NULL: none
 * @files: (nullable) (element-type BvFileCounts): its files, which stay as long
 *
 * Chooses the first.
 */
void
bv_file_list_set (BvFileList *list, const BvImportPlan *plan, const GArray *files)
{
  guint n_files = plan != NULL ? plan->files->len : 0;
  g_autofree char *title
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files", n_files), n_files);

  list->plan = plan;
  list->files = files;
  g_clear_object (&list->names);
  list->names = gtk_string_list_new (NULL);
  show_until (list, ROWS_FIRST);
  if (list->source == 0)
    list->source = g_idle_add (show_more, list);
  gtk_label_set_label (list->title_label, title);
  gtk_single_selection_set_model (list->selection, G_LIST_MODEL (list->names));
}

/**
 * bv_file_list_get_chosen:
 * @list: the list
 *
 * Returns: (transfer none) (nullable): the chosen file
 */
const BvFileCounts *
bv_file_list_get_chosen (BvFileList *list)
{
  return get_nth (list, bv_file_list_get_place (list));
}

/**
 * bv_file_list_get_place:
 * @list: the list
 *
 * Returns: the place of the chosen file, from 0
 */
guint
bv_file_list_get_place (BvFileList *list)
{
  return gtk_single_selection_get_selected (list->selection);
}

/**
 * bv_file_list_choose:
 * @list: the list
 * @place: the place of a file, from 0
 */
void
bv_file_list_choose (BvFileList *list, guint place)
{
  if (list->names != NULL)
    show_until (list, place + 1);
  gtk_single_selection_set_selected (list->selection, place);
}
