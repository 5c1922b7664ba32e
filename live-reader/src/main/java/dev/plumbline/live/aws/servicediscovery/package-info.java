/** AWS Cloud Map: namespaces and the services in them. */
@NullMarked
package dev.plumbline.live.aws.servicediscovery;

import org.jspecify.annotations.NullMarked;
