/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "telex-method.h"

#include <string.h>

#define NAME "bangvang-telex"

/**
 * TelexMethod:
 *
 * Composes what is typed as Telex: letters and digits are underlined until the word ends. What ends it (a
 * space, a comma, Enter, Tab, an arrow, Esc, the loss of the focus, a reset) gives the word away first, and
 * the key, unless it is a character, goes on to the text: so does ibus-unikey, the hardest case there is.
 */
typedef struct
{
  GtkIMContext parent_instance;
  GString *typed; /* since the word began */
} TelexMethod;

typedef struct
{
  GtkIMContextClass parent_class;
} TelexMethodClass;

static GType telex_method_get_type (void);

G_DEFINE_TYPE (TelexMethod, telex_method, GTK_TYPE_IM_CONTEXT)

/* That in which was typed last; not owned, NULL: it is gone. */
static TelexMethod *last;

static const struct
{
  const char *typed;
  const char *becomes;
} doubles[] = { { "aa", "â" }, { "ee", "ê" }, { "oo", "ô" }, { "dd", "đ" }, { "DD", "Đ" },
                { "aw", "ă" }, { "ow", "ơ" }, { "uw", "ư" }, { "AA", "Â" }, { "EE", "Ê" } };

static const struct
{
  char typed;
  const char *mark; /* combining */
} tones[] = { { 's', "\u0301" }, { 'f', "\u0300" }, { 'r', "\u0309" }, { 'x', "\u0303" }, { 'j', "\u0323" } };

static char *
join_doubles (const char *typed)
{
  g_autoptr (GString) word = g_string_new (typed);

  for (guint i = 0; i < G_N_ELEMENTS (doubles); i++)
    g_string_replace (word, doubles[i].typed, doubles[i].becomes, 0);
  return g_string_free (g_steal_pointer (&word), FALSE);
}

/* Where the tone stands: on the last vowel with a sign of its own, else on the last vowel. */
static const char *
find_vowel (const char *word)
{
  const char *found = NULL;
  gboolean is_marked = FALSE;

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_unichar_tolower (g_utf8_get_char (at));
      gboolean is_own = g_utf8_strchr ("âêôơưă", -1, letter) != NULL;

      if (!is_own && (is_marked || g_utf8_strchr ("aeiouy", -1, letter) == NULL))
        continue;
      found = at;
      is_marked = is_own;
    }
  return found;
}

static char *
put_tone (const char *word, const char *mark)
{
  const char *vowel = find_vowel (word);
  g_autoptr (GString) with_tone = g_string_new (word);

  g_string_insert (with_tone, g_utf8_next_char (vowel) - word, mark);
  return g_utf8_normalize (with_tone->str, -1, G_NORMALIZE_ALL_COMPOSE);
}

/* Returns: (transfer full): the word that was typed */
static char *
compose (const char *typed)
{
  gsize length = strlen (typed);
  g_autofree char *stem = g_strndup (typed, length > 0 ? length - 1 : 0);
  g_autofree char *word = join_doubles (stem);

  for (guint i = 0; length > 1 && i < G_N_ELEMENTS (tones); i++)
    if (typed[length - 1] == tones[i].typed && find_vowel (word) != NULL)
      return put_tone (word, tones[i].mark);
  return join_doubles (typed);
}

static void
give_away (TelexMethod *self)
{
  g_autofree char *word = compose (self->typed->str);

  if (self->typed->len == 0)
    return;
  g_string_truncate (self->typed, 0);
  g_signal_emit_by_name (self, "preedit-changed");
  g_signal_emit_by_name (self, "preedit-end");
  g_signal_emit_by_name (self, "commit", word);
}

static void
add (TelexMethod *self, char typed)
{
  if (self->typed->len == 0)
    g_signal_emit_by_name (self, "preedit-start");
  g_string_append_c (self->typed, typed);
  g_signal_emit_by_name (self, "preedit-changed");
}

static gboolean
remove_last (TelexMethod *self)
{
  if (self->typed->len == 0)
    return FALSE;
  g_string_truncate (self->typed, self->typed->len - 1);
  g_signal_emit_by_name (self, "preedit-changed");
  if (self->typed->len == 0)
    g_signal_emit_by_name (self, "preedit-end");
  return TRUE;
}

static gboolean
telex_method_filter (GtkIMContext *context, GdkEvent *event)
{
  TelexMethod *self = (TelexMethod *) context;
  guint keyval = gdk_key_event_get_keyval (event);
  gunichar letter = gdk_keyval_to_unicode (keyval);
  const GdkModifierType held = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK;

  last = self;
  if (gdk_event_get_event_type (event) != GDK_KEY_PRESS)
    return FALSE;
  if (keyval == GDK_KEY_BackSpace)
    return remove_last (self);
  if ((gdk_event_get_modifier_state (event) & held) == 0 && letter < 128 && g_ascii_isalnum (letter))
    {
      add (self, (char) letter);
      return TRUE;
    }
  give_away (self);
  if ((gdk_event_get_modifier_state (event) & held) != 0 || letter >= 128 || !g_ascii_isprint (letter))
    return FALSE;
  g_signal_emit_by_name (self, "commit", (char[]){ (char) letter, '\0' });
  return TRUE;
}

static void
telex_method_get_preedit_string (GtkIMContext *context,
                                 char **text,
                                 PangoAttrList **attributes,
                                 int *position)
{
  g_autofree char *word = compose (((TelexMethod *) context)->typed->str);

  if (position != NULL)
    *position = (int) g_utf8_strlen (word, -1);
  if (attributes != NULL)
    *attributes = pango_attr_list_new ();
  if (text != NULL)
    *text = g_steal_pointer (&word);
}

static void
telex_method_leave (GtkIMContext *context)
{
  give_away ((TelexMethod *) context);
}

static void
telex_method_finalize (GObject *object)
{
  if ((gpointer) object == last)
    last = NULL;
  g_string_free (((TelexMethod *) object)->typed, TRUE);
  G_OBJECT_CLASS (telex_method_parent_class)->finalize (object);
}

static void
telex_method_class_init (TelexMethodClass *klass)
{
  GtkIMContextClass *context_class = GTK_IM_CONTEXT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = telex_method_finalize;
  context_class->filter_keypress = telex_method_filter;
  context_class->get_preedit_string = telex_method_get_preedit_string;
  context_class->focus_out = telex_method_leave;
  context_class->reset = telex_method_leave;
}

static void
telex_method_init (TelexMethod *self)
{
  self->typed = g_string_new (NULL);
}

/**
 * telex_method_install:
 *
 * Makes it the input method of every text that is made from now on.
 */
void
telex_method_install (void)
{
  g_io_extension_point_register ("gtk-im-module");
  g_assert_nonnull (g_io_extension_point_implement ("gtk-im-module", telex_method_get_type (), NAME, 0));
  g_setenv ("GTK_IM_MODULE", NAME, TRUE);
}

/**
 * telex_method_get_preedit:
 *
 * Returns: (transfer full): what is underlined now
 */
char *
telex_method_get_preedit (void)
{
  return compose (last != NULL ? last->typed->str : "");
}
