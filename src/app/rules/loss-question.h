/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tree/consequences.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is done when somebody wants it all the same. */
typedef void (*BvLossQuestionFunc) (gpointer data);

/* What is asked before answers are lost. */
typedef struct
{
  const char *title;
  const char *question;
  const char *verb; /* what is done, for the button: “Remove” */
} BvLossQuestionWords;

void bv_loss_question_ask (GtkWindow *parent,
                           const BvConsequences *consequences,
                           const BvLossQuestionWords *words,
                           BvLossQuestionFunc func,
                           gpointer data,
                           GDestroyNotify release);

G_END_DECLS
