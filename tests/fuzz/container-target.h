/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/container/container-sink.h"

/* What takes the files of a container and holds them against what is promised of them. */
extern const BvContainerSink container_target_sink;

typedef struct
{
  gboolean in_file;
  guint n_files;
} ContainerTargetState;

void container_target_check (const ContainerTargetState *state, gboolean whole, const GError *error);
