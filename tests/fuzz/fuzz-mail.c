/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "container-target.h"
#include "exchange/container/container-mail.h"
#include "fuzz-target.h"

/* The bytes are a mail. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  ContainerTargetState state = { FALSE, 0 };
  g_autoptr (GError) error = NULL;
  gboolean whole
    = bv_container_mail_read_bytes ((const char *) data, size, &container_target_sink, &state, &error);

  container_target_check (&state, whole, error);
  return 0;
}
