/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page/banner.h"

#include "core/text/wording.h"

/**
 * BvBanner:
 *
 * A bar across a page that says one thing: the gravest of what there is to say. What went wrong can be
 * closed; where the library is damaged the way to restore it stands beside whatever is said.
 */
struct _BvBanner
{
  GtkWidget parent_instance;
  GtkLabel *label;
  GtkWidget *close_button;
  GtkWidget *recover_button;
  char *texts[BV_N_BANNER_LEVELS]; /* NULL: nothing */
};

G_DEFINE_FINAL_TYPE (BvBanner, bv_banner, GTK_TYPE_WIDGET)

static int
find_gravest (BvBanner *self)
{
  for (int level = BV_N_BANNER_LEVELS - 1; level >= 0; level--)
    if (self->texts[level] != NULL)
      return level;
  return -1;
}

static void
show (BvBanner *self)
{
  int level = find_gravest (self);

  gtk_widget_set_visible (GTK_WIDGET (self), level >= 0);
  if (level < 0)
    return;
  gtk_label_set_label (self->label, self->texts[level]);
  gtk_widget_set_visible (self->close_button, level == BV_BANNER_ERROR);
  gtk_widget_set_visible (self->recover_button, self->texts[BV_BANNER_DAMAGE] != NULL);
  if (level >= BV_BANNER_ALERT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "alert");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "alert");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->texts[level],
                                  -1);
}

static void
close_clicked_cb (BvBanner *self)
{
  bv_banner_set (self, BV_BANNER_ERROR, NULL);
}

static void
bv_banner_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_BANNER);
  G_OBJECT_CLASS (bv_banner_parent_class)->dispose (object);
}

static void
bv_banner_finalize (GObject *object)
{
  for (guint i = 0; i < BV_N_BANNER_LEVELS; i++)
    g_free (BV_BANNER (object)->texts[i]);
  G_OBJECT_CLASS (bv_banner_parent_class)->finalize (object);
}

static void
bv_banner_class_init (BvBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_banner_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_banner_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/page/banner.ui");
  gtk_widget_class_bind_template_child (widget_class, BvBanner, label);
  gtk_widget_class_bind_template_child (widget_class, BvBanner, close_button);
  gtk_widget_class_bind_template_child (widget_class, BvBanner, recover_button);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
bv_banner_init (BvBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bv_banner_set:
 * @banner: a banner
 * @level: how grave it is
 * @text: (nullable): what is to be said; %NULL: nothing so grave any more
 */
void
bv_banner_set (BvBanner *banner, BvBannerLevel level, const char *text)
{
  char *before = banner->texts[level];

  banner->texts[level] = text != NULL && *text != '\0' ? bv_wording_sentence (text) : NULL;
  g_free (before);
  show (banner);
}

/**
 * bv_banner_get:
 * @banner: a banner
 * @level: how grave it is
 *
 * Returns: (transfer none) (nullable): what is to be said of that
 */
const char *
bv_banner_get (BvBanner *banner, BvBannerLevel level)
{
  return banner->texts[level];
}
